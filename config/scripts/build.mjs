import { checkNode } from './check-node.mjs'

checkNode()
const { main, badDay } = await import('./lib/say.mjs')

// node config/scripts/build.mjs [--force] [weapp|h5|functions|localcloud|manifest|seed …]
await main(async () => {
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { buildStale } = await import('./build/build-stale.mjs')
  const { targets } = await import('./build/targets.mjs')
  const args = process.argv.slice(2)
  const named = args.filter((arg) => !arg.startsWith('--'))
  const unknown = named.find((name) => !(name in targets))
  if (unknown) throw badDay(`没有“${unknown}”这个构建目标，可选：${Object.keys(targets).join('、')}。`)
  await buildStale(named.length > 0 ? named : Object.keys(targets), { force: args.includes('--force') })
})
