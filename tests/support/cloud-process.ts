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

/** The last that was printed; put together only when somebody reads it, for it grows with every call. */
const keptText = () => {
  let chunks: string[] = []
  let length = 0
  const read = (): string => {
    const text = chunks.join('').slice(-MOST_KEPT)
    chunks = [text]
    length = text.length
    return text
  }
  const add = (chunk: string): void => {
    chunks.push(chunk)
    length += chunk.length
    if (length > 2 * MOST_KEPT) read()
  }
  return { add, read }
}

/** Runs the built local cloud with the given arguments. */
export const spawnCloud = (args: string[]): CloudProcess => {
  const child = spawn(process.execPath, [cloudMain, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  // The channel ends the cloud with this process, whatever ends this process; it must not keep it from ending.
  child.channel?.unref()
  const stdout = keptText()
  const stderr = keptText()
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  // Not the event "close": with a channel that was taken down it never comes.
  const drained = [child.stdout, child.stderr].map((stream) => new Promise((resolve) => stream?.once('close', resolve)))
  const ended = Promise.all([exited, ...drained]).then(([end]) => end)
  const ready = new Promise<string>((resolve, reject) => {
    let waiting = true
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout.add(chunk)
      const url = waiting ? /^ready (\S+)$/m.exec(stdout.read())?.[1] : undefined
      if (!url) return
      waiting = false
      resolve(url)
    })
    child.stderr?.setEncoding('utf8').on('data', stderr.add)
    child.on('error', reject)
    void ended.then(({ code }) => reject(new Error(`local cloud ended with ${code}: ${stderr.read()}${stdout.read()}`)))
  })
  // A test may wait for the end alone.
  ready.catch(() => undefined)
  return { child, stdout: stdout.read, stderr: stderr.read, ready, ended }
}
