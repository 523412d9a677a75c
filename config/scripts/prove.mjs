import { checkNode } from './check-node.mjs'

checkNode()
const { main, badDay } = await import('./lib/say.mjs')

// npm run prove -- <room>: runs tests/prove/<room>, prints each figure beside its goal, fails where one falls short.
await main(async () => {
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { buildStale } = await import('./build/build-stale.mjs')
  const { targets } = await import('./build/targets.mjs')
  const { entriesOf, runFigures } = await import('./lib/run-figures.mjs')
  const [name] = process.argv.slice(2)
  if (!name) throw badDay('请写明要证明哪一部分，例如：npm run prove -- house。')
  const entries = entriesOf('prove', name)
  if (entries.length === 0) throw badDay(`没有“${name}”这一部分，tests/prove 下找不到同名的文件。`)
  await buildStale(Object.keys(targets))
  process.exitCode = await runFigures(entries)
})
