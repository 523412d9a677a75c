// Functions killed at every one of their trips while they hand out, draw and send: what is sound at a few is so at all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { figure } from '../../support/figure'

const files = [
  'quiz/prize/hand-out',
  'quiz/prize/hand-over',
  'quiz/prize/draws',
  'quiz/bank/pools',
  'notice/sender-crash',
]
type Result = { numPassedTests: number; numFailedTests: number; numPendingTests: number }

for (const name of files) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'crashes-')), 'result.json')
  const args = ['node_modules/jest/bin/jest.js', `tests/cloudfunctions/${name}.test.ts`, '-i']
  const { status } = spawnSync(process.execPath, [...args, '--json', `--outputFile=${file}`], {
    stdio: 'ignore',
    env: { ...process.env, EVERY_TRIP: '1' },
  })
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8')) as Result
  const measured = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`
  const holds = status === 0 && numPassedTests > 0 && numFailedTests + numPendingTests === 0
  figure(`killed at every trip: ${name}`, measured, 'all passed', holds)
}
