import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chineseNumeral, lawBases, lawsFor } from 'types/hazard-letter-laws'
import { chineseNumber, statuteArticles } from '../config/statute-articles'

describe('the laws a letter rests on', () => {
  test('every kind is given the right to suggest and the duty to answer', () => {
    for (const kind of ['electric', 'other', 'health'] as const)
      expect(lawsFor(kind).map(({ id }) => id)).toEqual(expect.arrayContaining(['safety-60', 'union-25', 'safety-41']))
    expect(new Set(lawBases.map(({ id }) => id)).size).toBe(lawBases.length)
  })

  test('numerals of articles read as the statute writes them', () => {
    for (const value of [1, 7, 10, 16, 20, 25, 60, 100, 101, 106, 110, 115, 999])
      expect(chineseNumber(chineseNumeral(value))).toBe(value)
    expect([16, 60, 106].map(chineseNumeral)).toEqual(['十六', '六十', '一百零六'])
  })

  const folder = path.resolve(__dirname, '../../../shared/data/laws')
  const files: Record<string, string> = {
    安全生产法: '安全生产法(2021-06-10).md',
    工会法: '工会法(2021-12-24).md',
    消防法: '消防法(2021-04-29).md',
    职业病防治法: '职业病防治法(2018-12-29).md',
  }
  if (!existsSync(folder)) console.warn(`skipped: the law texts are not beside this repository (${folder})`)
  const real = existsSync(folder) ? test : test.skip
  real('are quoted word for word from the texts in force (needs the statutes)', () => {
    for (const { law, article, phrase, version } of lawBases) {
      expect(files[law]).toContain(version)
      expect(statuteArticles(readFileSync(`${folder}/${files[law]}`, 'utf8')).get(article)).toContain(phrase)
    }
  })
})
