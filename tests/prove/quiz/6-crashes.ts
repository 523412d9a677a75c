// Functions killed at every one of their trips while they hand out, draw and send: what is sound at a few is so at all.
import { figure } from '../../support/figure'
import { runTestFile } from '../../support/run-test-file'

const files = [
  'quiz/prize/hand-out',
  'quiz/prize/hand-over',
  'quiz/prize/draws',
  'quiz/bank/pools',
  'notice/sender-crash',
]

for (const name of files) {
  const { measured, holds } = runTestFile(`tests/cloudfunctions/${name}.test.ts`)
  figure(`killed at every trip: ${name}`, measured, 'all passed', holds)
}
