import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { inRoot, local } from './paths.mjs'
import { runNode } from './run.mjs'
import { say } from './say.mjs'

const resultFile = `${local}/test-result.json`

/** `{ path, args }` of a Chromium that runs here, or `{ reason }`; asked once, handed to every test by environment. */
export const findChromium = () =>
  JSON.parse(execFileSync(process.execPath, [inRoot('config/scripts/lib/find-chromium.mjs')], { encoding: 'utf8' }))

const counted = (code) => {
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, skipped: 0 }
  const result = JSON.parse(readFileSync(resultFile, 'utf8'))
  // A file that could not even be loaded has no tests to count: it counts as one failure.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

/** Runs jest with the given arguments → `{ passed, failed, skipped }`. */
export const runJest = async (args) => {
  const chromium = findChromium()
  if (chromium.reason) say(chromium.reason)
  mkdirSync(local, { recursive: true })
  rmSync(resultFile, { force: true })
  const jest = inRoot('node_modules/jest/bin/jest.js')
  const env = { TEST_CHROMIUM: JSON.stringify(chromium), TZ: 'UTC' }
  const code = await runNode(jest, ['--json', '--outputFile', resultFile, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return counted(code)
}
