import fc from 'fast-check'
import { checkField, fieldKind, fitField } from 'types/message-fields'
import { fieldCases } from '../support/wechat-fields'

const good: Record<string, string[]> = {
  thing1: ['安全生产法律知识闯关', 'ab 12！', '一二三四五六七八九十一二三四五六七八九十', '😀'.repeat(20)],
  number2: ['12', '3.5', '-1', '9'.repeat(32)],
  letter3: ['ABCdef', 'a'.repeat(32)],
  symbol4: ['%', '+-*/!'],
  character_string5: ['AQ-2026-0001', '~'.repeat(32)],
  time6: ['15:01', '2019年10月1日 15:01', '2019年10月1日', '15:01~16:00', '2019年10月1日 15:01~2019年10月2日 08:00'],
  date7: ['2019年10月1日', '2019年10月1日 15:01', '2019年10月1日~2019年10月3日'],
  amount8: ['¥12.50元', '100元', '￥9', '1234567890'],
  phone_number9: ['+86-0532-12345678', '12350', '13800000000'],
  car_number10: ['粤A8Z888挂', '京A12345', 'A1'],
  name11: ['王小二', '艾力·买买提', 'Wang Er', 'a'.repeat(20)],
  phrase12: ['已通过', '待整改', '一二三四五'],
}
const bad: Record<string, string[]> = {
  thing1: ['一'.repeat(21), '', '  ', '两\n行'],
  number2: ['12a', '１２', '1.', '9'.repeat(33), '1~2'],
  letter3: ['a1', '中', 'a'.repeat(33)],
  symbol4: ['a', '+-*/!+'],
  character_string5: ['编号1', 'a'.repeat(33)],
  time6: ['25:01', '15：01', '2019-10-01 15:01', '2019年13月1日', '明天'],
  date7: ['15:01', '2019-10-01', '2019年10月32日'],
  amount8: ['12345678901', '十元', '¥¥1', '1.2.3'],
  phone_number9: ['1380000000a', '+86-0532-1234567890', '--'],
  car_number10: ['粤AB中888', '粤A8Z8888挂', '中'.repeat(3)],
  name11: ['一'.repeat(11), '王2', 'a'.repeat(21)],
  phrase12: ['一二三四五六', 'OK', '通过1', '已 通过'],
}
const rows = (table: Record<string, string[]>) =>
  Object.entries(table).flatMap(([key, values]) => values.map((value) => [key, value]))

describe('checkField', () => {
  test.each(rows(good))('%s takes %p', (key, value) => expect(checkField(key as string, value as string)).toBeNull())
  test.each(rows(bad))('%s refuses %p with one sentence that names the field', (key, value) => {
    const sentence = checkField(key as string, value as string)
    expect(sentence).toMatch(/^模板字段“[a-z_]+\d+”.+。$/)
    expect(sentence).toContain(key)
  })
  test('every case of the table written from WeChat’s is judged as WeChat does', () => {
    expect(fieldCases.filter(([key, value, takes]) => (checkField(key, value) === null) !== takes)).toEqual([])
    expect(fieldCases.length).toBeGreaterThanOrEqual(120)
  })
  test('an enum takes its listed values, and any when the list is not known', () => {
    expect(checkField('enum1', '已通过', ['已通过', '未通过'])).toBeNull()
    expect(checkField('enum1', '通过', ['已通过', '未通过'])).toBe('模板字段“enum1”应为模板列出的选项之一。')
    expect(checkField('enum1', '通过')).toBeNull()
  })
  test('an unknown kind is named', () => {
    expect(checkField('content1', 'x')).toBe('模板字段“content1”不是微信支持的类型，请核对模板。')
    expect(fieldKind('constructor')).toBeNull()
    expect(fieldKind('character_string12')).toBe('character_string')
  })
})

describe('fitField', () => {
  const at = new Date('2026-02-28T15:59:00.000Z')
  test('what fits already is left alone', () => {
    for (const [key, value] of rows(good)) expect(fitField(key as string, value as string)).toBe(value)
  })
  test.each([
    ['thing1', '一'.repeat(25), `${'一'.repeat(19)}…`],
    ['thing1', ' 两\n行 ', '两 行'],
    ['thing1', '', '无'],
    ['thing1', '\u200b\u2060', '无'],
    ['thing1', '两\u0085行', '两 行'],
    ['phrase1', '已经通过审核', '已经通过审'],
    ['phrase1', '通过（OK）', '通过'],
    ['phrase1', 'OK', '其他'],
    ['name1', '王小二（车间）', '王小二车间'],
    ['name1', '123', '未填写'],
    ['character_string1', '编号AQ-1', 'AQ-1'],
    ['number1', 3, '3'],
    ['time1', at, '2026年2月28日 23:59'],
    ['date1', at, '2026年2月28日'],
    ['thing1', at, '2026年2月28日 23:59'],
  ])('%s makes of %p %p', (key, value, fitted) => expect(fitField(key, value)).toBe(fitted))
  test('what has no nearby value is an error with the same sentence', () => {
    expect(() => fitField('time1', '明天')).toThrow('模板字段“time1”应为')
    expect(() => fitField('letter1', '一')).toThrow(TypeError)
    expect(() => fitField('content1', 'x')).toThrow('不是微信支持的类型')
  })
  test('any text fits into the four kinds that carry words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('thing1', 'character_string2', 'name3', 'phrase4'),
        fc.string({ unit: 'binary' }),
        (key, text) => {
          expect(checkField(key, fitField(key, text))).toBeNull()
        },
      ),
      { numRuns: 1000 },
    )
  })
})
