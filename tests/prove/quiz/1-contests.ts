// The five contests, each played to its end by a test that works out ranks and chances by itself.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { figure } from '../../support/figure'

const contests = {
  'daily-paper': '每日一答（全国）',
  'five-cards': '五日集卡（常州）',
  'weekly-draw': '每周抽奖（山西）',
  'all-right': '全对累计（陕西）',
  'monthly-sixty': '月度答题（消防协会）',
}
type Result = { numPassedTests: number; numFailedTests: number; numPendingTests: number }

for (const [name, words] of Object.entries(contests)) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'contest-')), 'result.json')
  const args = ['node_modules/jest/bin/jest.js', `tests/cloudfunctions/quiz/contest/${name}.test.ts`, '-i']
  const { status } = spawnSync(process.execPath, [...args, '--json', `--outputFile=${file}`], { stdio: 'ignore' })
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8')) as Result
  const measured = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`
  const holds = status === 0 && numPassedTests > 0 && numFailedTests + numPendingTests === 0
  figure(`${words} played to its end`, measured, 'all passed', holds)
}
