import fc from 'fast-check'
import { qualityCounts, readSums, type CountedPaper } from 'types/quality-counts'
import { concernsOf, discrimination, hitRate, type QualitySums } from 'types/quiz-quality'

type Raw = { rights: boolean[]; times: (number | null)[] }

/** Correlation from the raw numbers, by the book: two lists of the same length. */
const pearson = (xs: readonly number[], ys: readonly number[]): number | null => {
  const mean = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0) / list.length
  const [mx, my] = [mean(xs), mean(ys)]
  const top = xs.reduce((sum, x, index) => sum + (x - mx) * ((ys[index] ?? 0) - my), 0)
  const spread = (list: readonly number[], m: number) => Math.sqrt(list.reduce((sum, n) => sum + (n - m) ** 2, 0))
  const bottom = spread(xs, mx) * spread(ys, my)
  return bottom < 1e-9 ? null : top / bottom
}

const ids = ['q1', 'q2', 'q3', 'q4']
const paperOf = ({ rights, times }: Raw): CountedPaper => ({
  ...{ level: 2, items: ids.map((q) => ({ q })), rights, times, closedBy: 'player' },
  chosen: ids.map(() => [0]),
})
const add = (papers: readonly CountedPaper[]) => {
  const total: Record<string, number> = {}
  for (const paper of papers)
    for (const [field, by] of Object.entries(qualityCounts('campaign', paper).fields))
      total[field] = (total[field] ?? 0) + by
  return readSums(total)
}

const raw = fc.record({
  rights: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  times: fc.array(fc.option(fc.nat(90)), { minLength: 4, maxLength: 4 }),
})

test('sums give what the raw papers give: hit rate, discrimination against the rest, mean seconds', () => {
  fc.assert(
    fc.property(fc.array(raw, { minLength: 2, maxLength: 60 }), (papers) => {
      const sums = add(papers.map(paperOf))
      for (const [index, id] of ids.entries()) {
        const own = sums.get(id) as QualitySums
        const rights = papers.map((paper) => (paper.rights[index] ? 1 : 0))
        const rests = papers.map(({ rights: all }) => all.filter((right, at) => right && at !== index).length / 3)
        expect(own.asked).toBe(papers.length)
        expect(hitRate(own)).toBeCloseTo(rights.filter(Boolean).length / papers.length)
        const [found, expected] = [discrimination(own), pearson(rights, rests)]
        if (expected === null) expect(found === null || Math.abs(found) < 0.02).toBe(true)
        else expect(found).toBeCloseTo(expected, 2)
        const told = papers.flatMap(({ times }) => times[index] ?? [])
        expect(own.timed).toBe(told.length)
        expect(own.seconds).toBe(told.reduce((sum, n) => sum + n, 0))
      }
    }),
  )
})

test('a paper that ended early says nothing about what it never asked', () => {
  const paper: CountedPaper = {
    ...{ level: 1, items: ids.map((q) => ({ q })), chosen: [[0], [1], [], []], rights: [true, false, false, false] },
    ...{ times: [4, 6, null, null], closedBy: 'mistake' },
  }
  const sums = add([paper])
  expect([...sums.keys()]).toEqual(['q1', 'q2'])
  expect(sums.get('q1')).toMatchObject({ asked: 1, right: 1, rest: 0, seconds: 4 })
  expect(sums.get('q2')).toMatchObject({ asked: 1, right: 0, rest: 1000 })
  expect(add([{ ...paper, closedBy: 'player' }]).get('q4')).toMatchObject({ asked: 1, right: 0 })
})

const sums = (known: Partial<QualitySums>): QualitySums => ({
  ...{ asked: 0, right: 0, seconds: 0, timed: 0, rest: 0, restSquared: 0, restRight: 0, disputes: 0 },
  ...known,
})

test('what needs a look: too easy, too hard, telling nobody apart, or the wrong way round; few papers say nothing', () => {
  expect(concernsOf(sums({ asked: 100, right: 97 }))).toEqual(['easy'])
  expect(concernsOf(sums({ asked: 100, right: 96 }))).toEqual([])
  expect(concernsOf(sums({ asked: 100, right: 20 }))).toEqual(['hard'])
  expect(concernsOf(sums({ asked: 29, right: 0 }))).toEqual([])
  expect(concernsOf(sums({ asked: 1, disputes: 1 }))).toEqual(['disputed'])
  // Half right; of those who were right, half knew all the rest, as of the others: it tells nobody apart.
  const even = { asked: 40, right: 20, rest: 20_000, restSquared: 20_000_000 }
  expect(concernsOf(sums({ ...even, restRight: 10_000 }))).toEqual(['flat'])
  expect(concernsOf(sums({ ...even, restRight: 4_000 }))).toEqual(['reversed'])
  expect(concernsOf(sums({ ...even, restRight: 18_000 }))).toEqual([])
})
