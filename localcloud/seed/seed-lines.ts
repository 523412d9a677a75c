import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { badDay } from '../cli/bad-day'

const CHUNK = 1024 * 1024

/** The lines of a text file one by one, without holding it whole. @throws BadDay when it cannot be read */
export const linesOf = function* (file: string): Generator<string> {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    throw badDay(`读不到种子文件 ${file}，请检查 --seed 的路径，或先运行 npm run build。`)
  }
  try {
    const buffer = Buffer.alloc(CHUNK)
    const decoder = new StringDecoder('utf8')
    let rest = ''
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}
