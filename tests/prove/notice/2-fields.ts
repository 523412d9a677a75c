// The checker of message fields beside a table written by hand from WeChat's own.
import { checkField } from 'types/message-fields'
import { figure } from '../../support/figure'
import { fieldCases } from '../../support/wechat-fields'

const wrong = fieldCases.filter(([key, value, takes]) => (checkField(key, value) === null) !== takes)
for (const [key, value, takes] of wrong)
  process.stdout.write(`  ${key} ${JSON.stringify(value)}: should be ${takes ? 'taken' : 'refused'}\n`)

const taken = fieldCases.filter(([, , takes]) => takes).length
figure(
  'field cases as WeChat has them',
  `${fieldCases.length - wrong.length} of ${fieldCases.length} (${taken} to take, ${fieldCases.length - taken} to refuse)`,
  'goal all of at least 120',
  wrong.length === 0 && fieldCases.length >= 120,
)
