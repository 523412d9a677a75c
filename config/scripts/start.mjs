import { checkNode } from './check-node.mjs'

checkNode()
const { main } = await import('./lib/say.mjs')

// npm start [-- --port P] [--data DIR]
await main(async () => {
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { startProduct } = await import('./lib/start-product.mjs')
  await startProduct(process.argv.slice(2))
})
