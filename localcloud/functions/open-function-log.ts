import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'

export type FunctionLog = { write: (source: string, chunk: string) => void; close: () => void }

const MOST_BYTES = 20 * 1024 * 1024

const rotate = (file: string): void => {
  if (existsSync(file) && statSync(file).size > MOST_BYTES) renameSync(file, `${file}.1`)
}

/**
 * Lines that functions print, in `logs/functions.log` and, unless `quiet`, on stdout, each with its function and instance
 * before it. A line is in the file before the answer to its call is sent.
 */
export const openFunctionLog = (dataDir: string, quiet: boolean): FunctionLog => {
  const folder = path.join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'functions.log')
  rotate(file)
  let handle: number | undefined = openSync(file, 'a')
  const write = (source: string, chunk: string): void => {
    const text = chunk
      .split('\n')
      .filter(Boolean)
      .map((line) => `[${source}] ${line}\n`)
      .join('')
    if (!quiet) process.stdout.write(text)
    // An instance may still have said something while everything is being closed.
    if (handle !== undefined) writeSync(handle, text)
  }
  const close = (): void => {
    if (handle !== undefined) closeSync(handle)
    handle = undefined
  }
  return { write, close }
}
