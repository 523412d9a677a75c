import { checkNode } from './check-node.mjs'

checkNode()
const { main, say } = await import('./lib/say.mjs')

const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

const build = async () => {
  const { buildStale } = await import('./build/build-stale.mjs')
  const { targets } = await import('./build/targets.mjs')
  try {
    await buildStale(Object.keys(targets))
    return true
  } catch (error) {
    say(`${error.details ?? ''}\n${error.name === 'BadDay' ? error.message : error.stack}`)
    return false
  }
}

// npm test [-- <jest pattern or options>]: everything stale is built, checked and tested; a pattern runs those tests alone.
await main(async () => {
  const started = Date.now()
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { runChecks } = await import('./lib/checks.mjs')
  const { runJest } = await import('./lib/run-jest.mjs')
  const args = process.argv.slice(2)
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const add = (part) => Object.keys(part).forEach((key) => (sum[key] += part[key]))
  // Type check and linters run beside all the rest: builds and tests leave a core idle now and then.
  const checks = args.length === 0 ? runChecks() : Promise.resolve({})
  add((await build()) ? { passed: 1 } : { failed: 1 })
  add(await runJest(args))
  add(await checks)
  say(`用时 ${((Date.now() - started) / 60_000).toFixed(1)} 分钟`)
  process.stdout.write(`${lastLine(sum)}\n`)
  process.exitCode = sum.failed === 0 ? 0 : 1
})
