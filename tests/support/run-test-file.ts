import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

type Result = { numPassedTests: number; numFailedTests: number; numPendingTests: number }

/** Runs one test file with every one of its cases, for prove: what it counted, and whether all passed. */
export const runTestFile = (file: string) => {
  const results = path.join(mkdtempSync(path.join(tmpdir(), 'results-')), 'result.json')
  const args = ['node_modules/jest/bin/jest.js', file, '-i', '--json', `--outputFile=${results}`]
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, EVERY_TRIP: '1' } })
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8')) as Result
  return {
    measured: `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`,
    holds: status === 0 && numPassedTests > 0 && numFailedTests + numPendingTests === 0,
  }
}
