import { createHash } from 'node:crypto'
import { receiptCode } from 'types/ids'
import { signalLimits as limits } from 'types/quiz-signals'
import { questionIn } from '../contest/level-store'
import type { PaperDoc, PoolDoc } from '../documents'
import type { Evidence, TraceDoc } from './rank-documents'

const letter = (position: number) => String.fromCharCode(65 + position)
const whichLevel = ({ level, title }: PaperDoc) => `第 ${level} 关“${title}”`
const answered = ({ chosen }: PaperDoc) => chosen.filter((one) => one.length > 0).length

const lengthOf = (paper: PaperDoc, pool: PoolDoc): number =>
  paper.items.reduce((sum, { q }, index) => {
    const question = (paper.chosen[index]?.length ?? 0) > 0 ? questionIn(pool, q) : undefined
    return question ? sum + [...question.stem, ...question.options.join('')].length : sum
  }, 0)

/** A paper answered faster than its questions can be read, and mostly right; null otherwise. */
export const speedEvidence = (paper: PaperDoc, pool: PoolDoc): Evidence | null => {
  const { perSecond, share, answered: least, right } = limits.speed
  const count = answered(paper)
  const length = lengthOf(paper, pool)
  const reading = length / perSecond
  if (count < least || paper.right < count * right || paper.seconds >= reading * share) return null
  const words =
    `${whichLevel(paper)}：${count} 题共 ${length} 字，用时 ${paper.seconds} 秒，答对 ${paper.right} 题；` +
    `按每秒 ${perSecond} 字，读一遍约需 ${Math.round(reading)} 秒。`
  return { key: paper._id, at: paper.submittedAt, words }
}

/** A paper whose answers all stand at one place; null otherwise. */
export const letterEvidence = (paper: PaperDoc): Evidence | null => {
  const given = paper.chosen.filter((one) => one.length > 0)
  const first = given[0]?.[0]
  if (first === undefined || given.length < limits.letter.answered) return null
  if (given.some((one) => one.length !== 1 || one[0] !== first)) return null
  const words = `${whichLevel(paper)}：${given.length} 题全部选了 ${letter(first)}，答对 ${paper.right} 题。`
  return { key: paper._id, at: paper.submittedAt, words }
}

const steps = [limits.device.players, 5, 10, 20, 50]
/** Most players a phone is remembered with: beyond that it is a public one. */
export const mostPlays = steps.at(-1) ?? 0

/** A phone several players used, told again whenever it has become many more; null while they are few. */
export const deviceEvidence = (device: string, plays: readonly string[], at: Date): Evidence | null => {
  const step = steps.filter((one) => plays.length >= one).at(-1)
  if (step === undefined) return null
  const marks = plays.slice(0, 5).map((play) => receiptCode(play))
  const words = `同一部手机上有 ${plays.length} 人答过这次活动的题，编号 ${marks.join('、')}${plays.length > 5 ? ' 等' : ''}。`
  return { key: `${device}.${step}`, at, words }
}

// All fours of so many wrong answers are 15: a paper with more is looked at by its first ones.
const mostWrong = 6

/** All ways to pick `size` of a list, in its order. */
const choose = (list: readonly string[], size: number): string[][] => {
  if (size === 0) return [[]]
  return list.flatMap((one, index) => choose(list.slice(index + 1), size - 1).map((rest) => [one, ...rest]))
}

/** Wrong answers by question and what was chosen in the bank's own order; null where there are too few. */
export const traceOf = (paper: PaperDoc, play: string): TraceDoc | null => {
  const wrong = paper.items.flatMap(({ q, order }, index) => {
    const chosen = paper.chosen[index] ?? []
    const inBank = chosen
      .map((position) => order[position])
      .sort()
      .join('')
    return paper.rights[index] || chosen.length === 0 ? [] : [`${q}:${inBank}`]
  })
  if (wrong.length < limits.twins.wrong) return null
  const sorted = wrong.sort()
  const keys = choose(sorted.slice(0, mostWrong), limits.twins.wrong).map((four) =>
    createHash('sha256')
      .update([paper.campaignId, ...four].join(' '))
      .digest('base64url')
      .slice(0, 16),
  )
  return { _id: paper._id, campaignId: paper.campaignId, play, at: paper.submittedAt, wrong: sorted, keys }
}

/** What two papers of different players got wrong in the same way, as one of the two is told; null where too little. */
export const twinEvidence = (own: TraceDoc, other: Pick<TraceDoc, 'play' | 'at' | 'wrong'>): Evidence | null => {
  const shared = own.wrong.filter((one) => other.wrong.includes(one)).length
  if (shared < limits.twins.wrong || own.play === other.play) return null
  const minutes = Math.round(Math.abs(own.at.getTime() - other.at.getTime()) / 60_000)
  const apart = minutes < 120 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`
  const words =
    `与编号 ${receiptCode(other.play)} 在 ${shared} 道相同的题上错选了完全一样的选项` +
    `（两人各错 ${own.wrong.length}、${other.wrong.length} 题），两份答卷交卷相隔 ${apart}。`
  return { key: other.play, at: own.at, words }
}
