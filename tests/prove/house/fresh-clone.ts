// A fresh clone with nothing installed: one command serves the product, one command tests it. Prints the minutes of each.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { figure } from '../../support/figure'

const minutes = (started: number) => `${((Date.now() - started) / 60_000).toFixed(1)} minutes`

const clone = () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'fresh-clone-')), 'repository')
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', process.cwd(), folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return folder
}

/** Starts the product in the clone and answers the address it names, then ends it. */
const start = (folder: string) =>
  new Promise<{ url: string; body: string }>((resolve, reject) => {
    const child = spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
    const end = () => process.kill(-(child.pid ?? 0), 'SIGTERM')
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += String(chunk)
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (!url || !output.includes('已启动')) return
      child.stdout.removeAllListeners('data')
      fetch(url)
        .then(async (response) => resolve({ url, body: await response.text() }))
        .catch(reject)
        .finally(end)
    })
    child.on('close', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)))
  })

const run = async () => {
  const folder = clone()
  try {
    const started = Date.now()
    const { body } = await start(folder)
    const isServed = body.includes('安康志愿')
    figure('fresh clone, npm start', `${minutes(started)} until it serves`, 'serves the product', isServed)

    const tested = Date.now()
    const env = { ...process.env, CI: '1' }
    const { status, stdout } = spawnSync('npm', ['test', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lastLine = stdout.trim().split('\n').at(-1) ?? ''
    const isQuick = Date.now() - tested < 10 * 60_000
    figure(
      'fresh clone, npm test',
      `${lastLine.replaceAll(',', ' /')} in ${minutes(tested)}`,
      'passes within 10 minutes',
      status === 0 && isQuick,
    )
  } finally {
    rmSync(path.dirname(folder), { recursive: true, force: true })
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
