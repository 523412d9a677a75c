import { optionalText, text } from 'types/fields'

test('what nobody can see is no text', () => {
  for (const written of ['\u200b', ' \u200b\u200d ', '\u202e\ufeff', '\u00ad'])
    expect(text(10, '理由').safeParse(written).error?.issues[0]?.message).toBe('请填写理由')
})

test('it is taken out of what can be seen, before that is measured', () => {
  expect(text(4).parse('\u200b 安\u200b全\ufeff生产\u200b ')).toBe('安全生产')
  expect(optionalText(4).parse('\u202e安全')).toBe('安全')
  expect(optionalText(4).parse(undefined)).toBeUndefined()
})
