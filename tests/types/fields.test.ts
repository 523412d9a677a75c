import { text } from 'types/fields'

test('what nobody can see is no text', () => {
  for (const written of ['\u200b', ' \u200b\u200d ', '\u202e\ufeff', '\u00ad'])
    expect(text(10, '理由').safeParse(written).error?.issues[0]?.message).toBe('请填写理由')
})

test('beside what can be seen it stays as it was written', () => {
  expect(text(6).parse(' 安全\u200d生产 ')).toBe('安全\u200d生产')
})
