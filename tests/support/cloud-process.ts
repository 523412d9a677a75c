import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export const repoRoot = path.resolve(__dirname, '../..')
export const cloudMain = path.join(repoRoot, 'dist/localcloud/main.js')

export type CloudProcess = {
  child: ChildProcess
  /** Everything printed so far. */
  stdout: () => string
  stderr: () => string
  /** Fulfilled with the address when the port is open; rejected with what it printed when it ended first. */
  ready: Promise<string>
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const MOST_KEPT = 4 * 1024 * 1024

/** Runs the built local cloud with the given arguments. */
export const spawnCloud = (args: string[]): CloudProcess => {
  const child = spawn(process.execPath, [cloudMain, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  // The channel ends the cloud with this process, whatever ends this process; it must not keep it from ending.
  child.channel?.unref()
  let stdout = ''
  let stderr = ''
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  // Not the event "close": with a channel that was taken down it never comes.
  const drained = [child.stdout, child.stderr].map((stream) => new Promise((resolve) => stream?.once('close', resolve)))
  const ended = Promise.all([exited, ...drained]).then(([end]) => end)
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout = (stdout + chunk).slice(-MOST_KEPT)
      const url = /^ready (\S+)$/m.exec(stdout)?.[1]
      if (url) resolve(url)
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-MOST_KEPT)
    })
    child.on('error', reject)
    void ended.then(({ code }) => reject(new Error(`local cloud ended with ${code}: ${stderr}${stdout}`)))
  })
  // A test may wait for the end alone.
  ready.catch(() => undefined)
  return { child, stdout: () => stdout, stderr: () => stderr, ready, ended }
}
