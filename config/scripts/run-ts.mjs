// node config/scripts/run-ts.mjs <entry.ts> [arguments…]: runs a TypeScript entry of this repository.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bundleTs } from './lib/load-ts.mjs'
import { inRoot } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  const [entry, ...args] = process.argv.slice(2)
  const folder = inRoot('node_modules', `.cache-run-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'entry.mjs')
  try {
    await bundleTs(entry, file)
    process.exitCode = await runNode(file, args, { env: { NODE_OPTIONS: '--enable-source-maps' } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
