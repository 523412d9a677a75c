import { checkNode } from './check-node.mjs'

checkNode()
const { main, badDay } = await import('./lib/say.mjs')

// npm run pictures [-- <part of a page's path>]
await main(async () => {
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { buildStale } = await import('./build/build-stale.mjs')
  const { findChromium } = await import('./lib/run-jest.mjs')
  const { inRoot } = await import('./lib/paths.mjs')
  const { runNode } = await import('./lib/run.mjs')
  const chromium = findChromium()
  if (chromium.reason)
    throw badDay('这台机器没有可用的 Chromium，拍不了页面照片；安装 chromium 或用 CHROMIUM_PATH 指明它的位置后重试。')
  await buildStale(['functions', 'localcloud', 'manifest', 'seed', 'h5'])
  const args = ['tests/pictures/main.ts', ...process.argv.slice(2)]
  const env = { TEST_CHROMIUM: JSON.stringify(chromium) }
  process.exitCode = await runNode(inRoot('config/scripts/run-ts.mjs'), args, { env })
})
