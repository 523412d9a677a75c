import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dateOf } from 'types/calendar'
import { tellCity } from './tell-city'

/** `main.ts <folder> [YYYY-MM-DD]`: writes seed.ndjson and personas.json; the same day gives the same bytes. */
const [folder, day = process.env.SEED_DATE ?? dateOf(new Date())] = process.argv.slice(2)
if (folder) {
  const { lines, personas, booth } = tellCity(day)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'seed.ndjson'), lines.map((line) => `${line}\n`).join(''))
  writeFileSync(path.join(folder, 'personas.json'), JSON.stringify({ booth, personas }, null, 2))
}
