// How much the standing tests walk: tests by room, entries by role, malformed inputs.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { entries } from '../../standing/contracts'
import { mutantsOf, walkedEntries } from '../../standing/mutants'
import { forbidden } from '../../standing/forbidden'
import { cast } from '../../standing/world'
import { figure } from '../../support/figure'

type Result = { testResults: { name: string; assertionResults: { status: string }[] }[] }

const file = '.local/test-result.json'
if (!existsSync(file)) throw new Error('先运行 npm test，再数测试。')
const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Result
const rooms = new Map<string, { passed: number; failed: number }>()
for (const { name, assertionResults } of testResults) {
  const room = path.relative(path.resolve('tests'), name).split(path.sep)[0] ?? ''
  const sum = rooms.get(room) ?? { passed: 0, failed: 0 }
  for (const { status } of assertionResults) {
    if (status === 'passed') sum.passed += 1
    if (status === 'failed') sum.failed += 1
  }
  rooms.set(room, sum)
}
for (const [room, { passed, failed }] of [...rooms].sort())
  figure(`tests of ${room}`, `${passed} passed, ${failed} failed`, 'none failed', failed === 0)

const roles = Object.keys(cast).length + 1
figure(
  'contract entries × callings walked',
  `${entries.length} × ${roles} = ${entries.length * roles}`,
  'every entry',
  entries.length > 70,
)
figure('forbidden triples written by hand', String(forbidden.length), 'at least 40', forbidden.length >= 40)
const malformed = walkedEntries.reduce((sum, named) => sum + mutantsOf(named).length, 0)
figure('malformed inputs tried', String(malformed), 'more than 1,000', malformed > 1000)
