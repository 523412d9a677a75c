import { fitWording, overLength } from 'types/fit-wording'
import { fillWording, parseWording, personalIn, placeholders, spell, spellChoice } from 'types/placeholders'

const wang = { name: '王建国', unit: '东河机械厂', union: '东河区总工会', day: '2026年6月1日' }

test.each([
  ['{{姓名}}您好', '王建国您好'],
  ['{{单位}}：{{日期}}检查', '东河机械厂：2026年6月1日检查'],
  ['[[有单位|{{单位}}的师傅|师傅]]，{{工会}}提醒', '东河机械厂的师傅，东河区总工会提醒'],
  ['没有空着的', '没有空着的'],
])('%s is filled for one person', (text, filled) => {
  expect(parseWording(text).problem).toBeNull()
  expect(fillWording(text, wang)).toBe(filled)
})

test('who has no unit is told the other wording, and a placeholder nobody knows says what it is for', () => {
  expect(fillWording('[[有单位|{{单位}}|各位职工]]好', { name: '李' })).toBe('各位职工好')
  expect(fillWording('{{姓名}}：{{单位}}', { name: null, unit: ' ' })).toBe('您：您的单位')
})

test.each([
  '{{职位}}',
  '{{姓名',
  '姓名}}',
  '[[有单位|a',
  '[[单位|a|b]]',
  '[[有单位|a|b|c]]',
  '[[有工龄|a|b]]',
  '{{}}',
  '[[有单位]]',
])('%s is refused with a sentence, and never half filled', (text) => {
  const { problem } = parseWording(text)
  expect(problem).toMatch(/[\u4e00-\u9fff].*。$/)
  expect(fillWording(text, wang)).toBe(text)
})

test('a value of a person is no wording: what looks like a placeholder in it stays as it is', () => {
  expect(fillWording('{{姓名}}', { name: '{{单位}}', unit: '东河机械厂' })).toBe('{{单位}}')
  expect(fillWording('[[有姓名|{{姓名}}|b]]', { name: '[[有单位|x|y]]' })).toBe('[[有单位|x|y]]')
})

test('every word spelt by the phone is one that is understood', () => {
  for (const key of ['name', 'unit', 'union', 'day'] as const) expect(parseWording(spell(key)).problem).toBeNull()
  for (const key of ['name', 'unit'] as const) {
    expect(parseWording(spellChoice(key)).problem).toBeNull()
    expect(personalIn(spellChoice(key))).toEqual([key])
  }
  expect(personalIn('{{日期}}{{工会}}')).toEqual([])
})

const long = { name: '王建国', unit: placeholders.unit.longest }

test('what is too long is a problem unless a rule was chosen', () => {
  const filled = fitWording('thing1', '{{单位}}请自查', long)
  expect(filled).toMatchObject({ fitted: false })
  expect(filled.problem).toMatch(/20 个以内/)
  expect(overLength('thing1', filled.value)).toBe([...filled.value].length - 20)
})

test('shortened it keeps what people call the unit, and only as little is cut as must be', () => {
  const filled = fitWording('thing1', '{{单位}}请自查', long, 'shorten')
  expect(filled).toMatchObject({ problem: null, fitted: true })
  expect(filled.value).toMatch(/宏远第二建筑安装工程/)
  expect(filled.value).not.toMatch(/有限责任公司/)
  const clipped = fitWording('thing1', '{{单位}}请今天内完成暴雨前自查', long, 'shorten')
  expect([...clipped.value]).toHaveLength(20)
  expect(clipped.value).toMatch(/…请今天内完成暴雨前自查$/)
})

test('left out it says the same as to who has none', () => {
  expect(fitWording('thing1', '{{单位}}请自查', long, 'leave-out')).toEqual({
    ...{ value: '您的单位请自查', problem: null, fitted: true },
  })
})

test('what is too long by itself stays a problem whatever the rule', () => {
  const text = `${'检查'.repeat(11)}{{单位}}`
  for (const rule of ['shorten', 'leave-out'] as const)
    expect(fitWording('thing1', text, long, rule).problem).not.toBeNull()
})
