// A fresh clone, nothing installed: `npm start` serves the product, `npm test` passes; the minutes each took.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { figure } from '../../support/figure'

const minutesSince = (started: number) => (Date.now() - started) / 60_000
const port = 18_787

const answers = async (): Promise<boolean> => {
  try {
    const page = await fetch(`http://127.0.0.1:${port}/`)
    return page.ok && (await page.text()).includes('<div id="app">')
  } catch {
    return false
  }
}

const start = async (folder: string) => {
  const started = Date.now()
  const child = spawn('npm', ['start', '--', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  let ended = false
  child.on('exit', () => (ended = true))
  while (!ended && !(await answers()) && minutesSince(started) < 20) await sleep(1000)
  const served = await answers()
  figure(
    'fresh clone: npm start serves the product',
    served ? `after ${minutesSince(started).toFixed(1)} minutes` : 'not served',
    'served',
    served,
  )
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await sleep(2000)
}

const test = (folder: string): Promise<{ code: number | null; last: string }> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['test'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output = (output + String(chunk)).slice(-4000)))
    child.on('close', (code) =>
      resolve({ code, last: /\d+ passed, \d+ failed.*/.exec(output)?.[0] ?? 'no closing line' }),
    )
  })

/** What the clone's tests said is counted by the room that comes after this one. */
const keepResult = (folder: string) => {
  const result = path.join(folder, '.local/test-result.json')
  if (!existsSync(result)) return
  const text = readFileSync(result, 'utf8').replaceAll(`${folder}/`, `${process.cwd()}/`)
  mkdirSync('.local', { recursive: true })
  writeFileSync('.local/test-result.json', text)
}

// Beside the working tree, so that tests which read data next to it find it.
const parent = mkdtempSync(path.join(tmpdir(), 'fresh-clone-'))
const folder = path.join(parent, 'clone')
try {
  execFileSync('git', ['clone', '--quiet', process.cwd(), folder])
  await start(folder)
  const started = Date.now()
  const { code, last } = await test(folder)
  const minutes = minutesSince(started)
  keepResult(folder)
  figure(
    'fresh clone: npm test',
    `${last} in ${minutes.toFixed(1)} minutes`,
    'passes within 10 minutes',
    code === 0 && minutes <= 10,
  )
} finally {
  rmSync(parent, { recursive: true, force: true })
}
