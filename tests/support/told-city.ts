import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tellCity } from '../../config/seed/tell-city'
import { seedFile } from './seed-file'

const patienceMs = 90_000
const waitMs = 100

const claim = (file: string): boolean => {
  try {
    closeSync(openSync(`${file}.claim`, 'wx'))
    return true
  } catch {
    return false
  }
}

const tell = (file: string, today: string): string => {
  writeFileSync(
    `${file}.part`,
    tellCity(today)
      .lines.map((line) => `${line}\n`)
      .join(''),
  )
  renameSync(`${file}.part`, file)
  return file
}

const awaited = (file: string): boolean => {
  const still = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; !existsSync(file) && waited < patienceMs; waited += waitMs) Atomics.wait(still, 0, 0, waitMs)
  return existsSync(file)
}

const toldAlone = (today: string): string => seedFile(tellCity(today).lines.map((line) => JSON.parse(line) as unknown))

/**
 * The demonstration of a day as a seed file. Its pictures take seconds to draw: in a test run the first who asks tells
 * it, and the workers beside him read what he wrote.
 */
export const toldCity = (today: string): string => {
  const { TEST_SCRATCH: scratch } = process.env
  if (scratch === undefined) return toldAlone(today)
  const file = path.join(scratch, `city-${today}.ndjson`)
  if (existsSync(file)) return file
  if (claim(file)) return tell(file, today)
  return awaited(file) ? file : toldAlone(today)
}

/** Its lines, each as the seed file holds it. */
export const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean)
