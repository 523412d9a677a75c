import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Writes lines as a seed file the local cloud takes with `--seed FILE`. */
export const seedFile = (lines: readonly unknown[], now?: string): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'seed-')), 'seed.ndjson')
  const all = now ? [{ meta: { now } }, ...lines] : lines
  writeFileSync(file, all.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}
