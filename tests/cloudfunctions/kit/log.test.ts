import fc from 'fast-check'
import { idCardCheckCharacter } from 'types/id-card'
import { logCall, redact } from '../../../cloudfunctions/kit/log'

const line = { requestId: 'r-1', action: 'report', ms: 12, trips: 3, code: 'INTERNAL' }
const printed = (run: () => void): string[] => {
  const lines: string[] = []
  const spy = jest.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text))
  run()
  spy.mockRestore()
  return lines
}

test('one call is one line of JSON with exactly its figures', () => {
  const lines = printed(() => logCall({ ...line, code: 'OK', openid: 'o'.repeat(28), name: '王小二' } as typeof line))
  expect(lines).toEqual(['{"requestId":"r-1","action":"report","ms":12,"trips":3,"code":"OK"}'])
})

test('a reason over several lines stays on one line and is cut', () => {
  const [text] = printed(() => logCall({ ...line, reason: `第一行\n第二行 ${'长'.repeat(1000)}` }))
  expect(text).not.toContain('\n')
  expect([...(JSON.parse(text as string) as { reason: string }).reason]).toHaveLength(600)
})

describe('redact', () => {
  test.each([
    ['身份证99010019900131001X已存在', '身份证[证件号]已存在'],
    ['990100 19900131 0017', '[证件号]'],
    ['990100900131001', '[证件号]'],
    ['拨打13800001234失败', '拨打[手机号]失败'],
    ['+86 138-0000-1234', '[手机号]'],
    ['座机0532-12345678', '座机[电话]'],
    ['touser oABCdefGHIjklMNOpqrSTUvwx12_ refused', 'touser [openid] refused'],
    ['{"idCard":"990100199001310017","phone":"13800001234"}', '{"idCard":"[证件号]","phone":"[手机号]"}'],
  ])('%p becomes %p', (text, clean) => expect(redact(text)).toBe(clean))
  test.each(['E11000 duplicate key', '第 5 行 C 列', '2026-02-28 15:01', 'code 43101, 20000 rows', 'k1.abc_def'])(
    '%p holds nothing personal and stays',
    (text) => expect(redact(text)).toBe(text),
  )
  test('no ID number, phone number or openid gets through, whatever stands around it', () => {
    const id = fc.stringMatching(/^99010019[5-9]\d0[1-9][12]\d\d{3}$/).map((body) => body + idCardCheckCharacter(body))
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
    const openid = fc.stringMatching(/^o[A-Za-z0-9_-]{27}$/)
    const around = fc.stringMatching(/^[一-龥 ,:"'(){}\n]{0,8}$/)
    fc.assert(
      fc.property(around, fc.oneof(id, phone, openid), around, (before, secret, after) => {
        expect(redact(before + secret + after)).not.toContain(secret)
      }),
      { numRuns: 500 },
    )
  })
})
