import type { QualitySums } from './quiz-quality'

/** Key of the counter that holds the sums of a level's questions. */
export const qualityKey = (campaignId: string, level: number) => `quality.${campaignId}.${level}`

const marks: Record<keyof QualitySums, string> = {
  ...{ asked: 'n', right: 'r', seconds: 't', timed: 'k', rest: 's', restSquared: 'q', restRight: 'x', disputes: 'd' },
}
const fieldOf = (questionId: string, sum: keyof QualitySums) => `${questionId}:${marks[sum]}`

export const disputeField = (questionId: string) => fieldOf(questionId, 'disputes')

/** What counts of a closed paper: its questions in order, what was chosen and right, seconds where they were told. */
export type CountedPaper = {
  level: number
  items: readonly { q: string }[]
  chosen: readonly (readonly number[])[]
  rights: readonly boolean[]
  times: readonly (number | null)[]
  closedBy: 'player' | 'mistake' | 'clock'
}

/** A paper that ended early never asked what stood behind the end. */
const wasAsked = ({ chosen, closedBy }: CountedPaper, index: number) =>
  closedBy === 'player' || (chosen[index]?.length ?? 0) > 0

const sumsOf = (paper: CountedPaper, index: number, right: number, asked: number): Partial<QualitySums> => {
  const isRight = paper.rights[index] ? 1 : 0
  const rest = asked > 1 ? Math.round((1000 * (right - isRight)) / (asked - 1)) : 0
  const seconds = paper.times[index] ?? null
  return {
    ...{ asked: 1, right: isRight, rest, restSquared: rest * rest, restRight: isRight * rest },
    ...(seconds !== null && { seconds, timed: 1 }),
  }
}

/** What one closed paper adds to the sums of its questions: one counter, its fields by question; zeros are left out. */
export const qualityCounts = (campaignId: string, paper: CountedPaper) => {
  const places = paper.items.flatMap((_, index) => (wasAsked(paper, index) ? [index] : []))
  const right = places.filter((index) => paper.rights[index]).length
  const fields: Record<string, number> = {}
  for (const index of places) {
    const sums = Object.entries(sumsOf(paper, index, right, places.length)) as [keyof QualitySums, number][]
    for (const [sum, by] of sums) if (by !== 0) fields[fieldOf(paper.items[index]?.q ?? '', sum)] = by
  }
  return { key: qualityKey(campaignId, paper.level), fields }
}

const none: QualitySums = {
  ...{ asked: 0, right: 0, seconds: 0, timed: 0, rest: 0, restSquared: 0, restRight: 0, disputes: 0 },
}
const sumOfMark = new Map(Object.entries(marks).map(([sum, mark]) => [mark, sum as keyof QualitySums]))

/** The sums of each question, out of the fields of a level's counter. */
export const readSums = (values: Readonly<Record<string, number>>): Map<string, QualitySums> => {
  const all = new Map<string, QualitySums>()
  for (const [field, value] of Object.entries(values)) {
    const [id = '', mark = ''] = field.split(':')
    const sum = sumOfMark.get(mark)
    if (sum) all.set(id, { ...(all.get(id) ?? none), [sum]: value })
  }
  return all
}
