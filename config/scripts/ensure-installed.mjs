// Runs before anything is installed: Node's own modules only.
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { badDay, say } from './lib/say.mjs'
import { root } from './lib/paths.mjs'

const lockFile = path.join(root, 'package-lock.json')
const modules = path.join(root, 'node_modules')
const marker = path.join(modules, '.installed-from')
const npmRecord = path.join(modules, '.package-lock.json')

const wanted = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

const isInstalled = (hash) => {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return true
  // npm writes its record last: an installation somebody made by hand counts when it is newer than the lock file.
  return existsSync(npmRecord) && statSync(npmRecord).mtimeMs >= statSync(lockFile).mtimeMs
}

const install = () =>
  new Promise((resolve) => {
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    const child = spawn('npm', args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const started = Date.now()
    const beat = setInterval(() => say(`  正在安装依赖… 已 ${Math.round((Date.now() - started) / 1000)} 秒`), 10_000)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => {
      clearInterval(beat)
      resolve({ code, output })
    })
  })

/** Makes node_modules what the lock file says; does nothing when it is. */
export const ensureInstalled = async () => {
  const hash = wanted()
  if (!isInstalled(hash)) {
    say('第一次运行或依赖有更新，开始安装依赖（约 1-3 分钟）。')
    const { code, output } = await install()
    if (code !== 0) throw badDay('依赖没有装好，请检查网络和磁盘空间后再运行一次。', output.slice(-2000))
    say('依赖已装好。')
  }
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== hash) writeFileSync(marker, hash)
}
