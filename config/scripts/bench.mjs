import { checkNode } from './check-node.mjs'

checkNode()
const { main } = await import('./lib/say.mjs')

// npm run bench [-- <name>]: runs tests/bench, all of it or one file; the empty app it compares with is built by the same toolchain.
await main(async () => {
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { buildStale } = await import('./build/build-stale.mjs')
  const { targets } = await import('./build/targets.mjs')
  const { allEntriesOf, entriesOf, runFigures } = await import('./lib/run-figures.mjs')
  const [name] = process.argv.slice(2)
  await buildStale(Object.keys(targets))
  process.exitCode = await runFigures(name ? entriesOf('bench', name) : allEntriesOf('bench'))
})
