import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './paths.mjs'

// What a compiler leaves beside its input while it works is none of the input.
const leftBehind = new Set(['.swc'])

const filesUnder = (name) => {
  const stat = statSync(inRoot(name), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [name]
  return readdirSync(inRoot(name))
    .filter((child) => !leftBehind.has(child))
    .sort()
    .flatMap((child) => filesUnder(path.join(name, child)))
}

/** Hash over names and contents of the given files and folders (repository paths) and any further texts. */
export const hashInputs = (names, texts = []) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text}\0`)
  for (const file of names.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(inRoot(file)))
  return hash.digest('hex')
}
