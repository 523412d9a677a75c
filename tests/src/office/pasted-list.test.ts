import { linesOf, tableOf } from '@/features/office/wizard/pasted-list'
import { regulatorNameOf } from '@/features/office/wizard/regulator-name'

describe('a pasted list of unions', () => {
  test('one a line; empty lines, numbers and line ends of Windows do not matter', () => {
    expect(linesOf('1. 东原区总工会\r\n\r\n2、西岭区总工会\n')).toEqual([
      { name: '东原区总工会', parent: '' },
      { name: '西岭区总工会', parent: '' },
    ])
  })

  test('what stands further in belongs to the line above, however it was moved in', () => {
    const text = '东原区总工会\n  槐荫街道总工会\n　　柳堤街道总工会\n\t\t柳堤社区工会联合会\n西岭区总工会'
    expect(linesOf(text).map(({ name, parent }) => [name, parent])).toEqual([
      ['东原区总工会', ''],
      ['槐荫街道总工会', '东原区总工会'],
      ['柳堤街道总工会', '东原区总工会'],
      ['柳堤社区工会联合会', '东原区总工会'],
      ['西岭区总工会', ''],
    ])
  })

  test('the table names the kind of every row; a name with a comma stays one cell', () => {
    expect(tableOf('甲,乙联合工会', 'industry')).toBe('名称,类型,上级\n"甲,乙联合工会",产业（系统）工会,')
  })

  test('a table copied with its head is left as it is', () => {
    const copied = '名称\t类型\t上级\n东原区总工会\t地方工会\t'
    expect(tableOf(copied, 'industry')).toBe(copied.trim())
  })

  test('the regulator of a union takes its place name', () => {
    expect(regulatorNameOf('青泽市总工会')).toBe('青泽市应急管理局')
    expect(regulatorNameOf('高新区联合工会')).toBe('高新区应急管理局')
  })
})
