import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'

export type FunctionLog = { write: (source: string, chunk: string) => void; close: () => void }

const MOST_BYTES = 20 * 1024 * 1024

const rotate = (file: string): void => {
  if (existsSync(file) && statSync(file).size > MOST_BYTES) renameSync(file, `${file}.1`)
}

/** Lines that functions print, on stdout and in `logs/functions.log`, each with its function and instance before it. */
export const openFunctionLog = (dataDir: string): FunctionLog => {
  const folder = path.join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'functions.log')
  rotate(file)
  const handle = openSync(file, 'a')
  const write = (source: string, chunk: string): void => {
    const text = chunk
      .split('\n')
      .filter(Boolean)
      .map((line) => `[${source}] ${line}\n`)
      .join('')
    process.stdout.write(text)
    writeSync(handle, text)
  }
  return { write, close: () => closeSync(handle) }
}
