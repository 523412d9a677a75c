import fs from 'node:fs'
import path from 'node:path'
import { bankLaws, QuestionFile, questionCategories, questionKey, type BankLaw } from 'types/bank'
import { similarity } from 'types/text-similarity'
import { levels } from 'types/bank-levels'
import { chineseNumber, statuteArticles } from './statute-articles'

const repoRoot = path.resolve(__dirname, '../..')
const bankFolder = path.join(repoRoot, 'config/data/questions')
const lawsFolder = path.resolve(repoRoot, '../shared/data/laws')
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(bankFolder, file), 'utf8'))

const fileNames = fs.readdirSync(bankFolder).filter((name) => name.endsWith('.json'))
const files: QuestionFile[] = fileNames.map((name) => QuestionFile.parse(readJson(name)))
const all = files.flatMap((file) => file.questions)
const ofKind = (kind: string) => all.filter((question) => question.kind === kind)
const singles = ofKind('single')
const share = (part: number, whole: number) => part / whole

/** Ties count: an option is longest when no other is longer. */
const longestIsRight = (options: readonly string[], right: number) =>
  options.every((text) => text.length <= (options[right]?.length ?? 0))

describe('question bank', () => {
  it('holds at least 300 questions over the five laws, at least 40 each', () => {
    expect(files.map((file) => file.law).sort()).toEqual(Object.keys(bankLaws).sort())
    expect(all.length).toBeGreaterThanOrEqual(300)
    for (const file of files) expect(file.questions.length).toBeGreaterThanOrEqual(40)
  })

  it('has at least 60 of each kind, in every law some', () => {
    for (const kind of ['single', 'multiple', 'judge']) {
      expect(ofKind(kind).length).toBeGreaterThanOrEqual(60)
      for (const file of files) expect(file.questions.some((question) => question.kind === kind)).toBe(true)
    }
  })

  it('has unique ids', () => {
    expect(new Set(all.map((question) => question.id)).size).toBe(all.length)
  })

  it('names an article and the first day of its text for every question', () => {
    for (const { from, version } of files) expect(from.slice(0, 4) >= version).toBe(true)
    expect(all.filter(({ article }) => !/^第\d{1,3}条$/.test(`第${article}条`)).map(({ id }) => id)).toEqual([])
    expect(new Set(all.map(({ stem }) => questionKey(stem))).size).toBe(all.length)
  })

  it('has no stem like another', () => {
    const pairs = all.flatMap((left, i) =>
      all.slice(0, i).map((right) => ({ score: similarity(left.stem, right.stem), left, right })),
    )
    const worst = pairs.reduce((a, b) => (b.score > a.score ? b : a))
    console.info(`most alike: ${worst.score.toFixed(3)}\n${worst.left.stem}\n${worst.right.stem}`)
    expect(worst.score).toBeLessThan(0.85)
  })

  it('has no letter right too often in single choice', () => {
    for (const letter of [0, 1, 2, 3]) {
      const right = singles.filter((question) => question.answer[0] === letter).length
      expect(share(right, singles.length)).toBeLessThanOrEqual(0.35)
    }
  })

  it('does not give the answer away by the length of the options', () => {
    const longest = singles.filter(({ options, answer }) => longestIsRight(options, answer[0] ?? 0))
    const shortest = singles.filter(({ options, answer }) =>
      options.every((text, i) => i === answer[0] || text.length > (options[answer[0] ?? 0]?.length ?? 0)),
    )
    expect(share(longest.length, singles.length)).toBeLessThanOrEqual(0.35)
    expect(share(shortest.length, singles.length)).toBeLessThanOrEqual(0.35)
  })

  it('balances true and false judgements, in the whole and in each law', () => {
    for (const group of [all, ...files.map((file) => file.questions)]) {
      const judges = group.filter((question) => question.kind === 'judge')
      const trueShare = share(judges.filter((question) => question.answer[0] === 0).length, judges.length)
      expect(trueShare).toBeGreaterThanOrEqual(0.4)
      expect(trueShare).toBeLessThanOrEqual(0.6)
    }
  })

  it('varies how many options are right in multiple choice', () => {
    const multiples = ofKind('multiple')
    for (const count of [2, 3, 4]) {
      const withCount = multiples.filter((question) => question.answer.length === count).length
      expect(share(withCount, multiples.length)).toBeGreaterThanOrEqual(0.15)
      expect(share(withCount, multiples.length)).toBeLessThanOrEqual(0.6)
    }
    const allRight = multiples.filter((question) => question.answer.length === question.options.length).length
    expect(share(allRight, multiples.length)).toBeLessThanOrEqual(0.2)
  })

  it('offers no catch-all option', () => {
    const catchAll = all.filter((question) => question.options.some((text) => /以上(都|均|全)|都对|都不对/.test(text)))
    expect(catchAll.map((question) => question.id)).toEqual([])
  })

  it('gives each of the eight levels a pool of at least 20 questions', () => {
    expect(levels).toHaveLength(8)
    const poolSizes = levels.map(({ categories }) => all.filter((q) => categories.includes(q.category)).length)
    expect(Math.min(...poolSizes)).toBeGreaterThanOrEqual(20)
    expect(new Set(levels.map((level) => level.title)).size).toBe(8)
  })

  it('draws every category in one of the first seven levels, and all in the last', () => {
    const drawn = levels.slice(0, 7).flatMap((level) => level.categories)
    expect([...drawn].sort()).toEqual(Object.keys(questionCategories).sort())
    expect([...(levels[7]?.categories ?? [])].sort()).toEqual([...drawn].sort())
  })
})

describe('statute parsing', () => {
  it('reads Chinese numerals', () => {
    const texts = ['五', '十', '十九', '二十', '五十五', '一百', '一百零六', '一百一十', '一百一十九']
    expect(texts.map(chineseNumber)).toEqual([5, 10, 19, 20, 55, 100, 106, 110, 119])
  })

  it('keeps every paragraph with its article', () => {
    const articles = statuteArticles('# 法\n## 第一章 总则\n第一条 甲。\n乙：\n（一）丙。\n\n第二条 丁。')
    expect([...articles]).toEqual([
      [1, '甲。\n乙：\n（一）丙。'],
      [2, '丁。'],
    ])
  })
})

const lawText = (law: BankLaw): string => {
  const name = fs.readdirSync(lawsFolder).find((entry) => entry.startsWith(`${law}(${bankLaws[law]}`))
  if (!name) throw new Error(`no text of ${law} (${bankLaws[law]}) in ${lawsFolder}`)
  return fs.readFileSync(path.join(lawsFolder, name), 'utf8')
}

const havingLaws = fs.existsSync(lawsFolder)
if (!havingLaws) console.warn(`skipped: the law texts are not beside this repository (${lawsFolder})`)

;(havingLaws ? describe : describe.skip)('key phrases', () => {
  it.each(files.map((file) => [file.law, file] as const))('are found in the cited articles of %s', (law, file) => {
    const articles = statuteArticles(lawText(law))
    const missing = file.questions.filter(({ article, phrase }) => !articles.get(article)?.includes(phrase))
    expect(missing.map(({ id, article, phrase }) => `${id} 第${article}条 ${phrase}`)).toEqual([])
  })
})
