import { checkNode } from './check-node.mjs'

checkNode()
const { main } = await import('./lib/say.mjs')

/** Ends this process when npm, which started it, is gone without a word: a killed terminal leaves no cloud behind. */
const leaveWithParent = () => {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

// npm run cloud -- --port P --data DIR [--seed [FILE]]: stdout carries the local cloud's own lines alone.
await main(async () => {
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { buildStale } = await import('./build/build-stale.mjs')
  const { cloudArgs, cloudMain } = await import('./lib/cloud-args.mjs')
  const { createRequire } = await import('node:module')
  const args = process.argv.slice(2)
  const seed = args.includes('--seed') ? ['seed'] : []
  await buildStale(['functions', 'localcloud', 'manifest', ...seed])
  leaveWithParent()
  // In this very process: its signals and its death are the cloud's.
  process.argv = [process.argv[0], cloudMain, ...cloudArgs(args)]
  createRequire(import.meta.url)(cloudMain)
})
