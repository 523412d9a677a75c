import * as z from './zod'
import { Id } from './ids'
import { QuestionState } from './quiz-questions'
import type { Contract } from './contract'

/**
 * What a question's answers added up to in one level. `rest`: how much of the other questions of the same paper was
 * right, in thousandths; a question must not be measured against itself.
 */
export type QualitySums = {
  asked: number
  right: number
  /** Seconds spent and on how many papers they were told. */
  seconds: number
  timed: number
  rest: number
  restSquared: number
  /** Sum of `rest` over the papers that had it right. */
  restRight: number
  disputes: number
}

export const Concern = z.enum(['disputed', 'reversed', 'flat', 'hard', 'easy'])
export type Concern = z.output<typeof Concern>
/** Most urgent first; each as a sentence for who looks after the bank. */
export const concernWords: Record<Concern, string> = {
  disputed: '有职工提出意见，请看看题目。',
  reversed: '整卷答得好的人反而常错这题，答案可能标错了。',
  flat: '答得好和答得差的人几乎一样，题意可能含糊。',
  hard: '几乎没人答对，请核对答案，或先讲讲这一条。',
  easy: '几乎人人答对，可以换一道更有用的。',
}

/** Fewer papers say nothing about a question. */
export const fewestAsked = 30
const [tooEasy, tooHard, tooFlat] = [0.97, 0.2, 0.1]

export const hitRate = ({ asked, right }: Pick<QualitySums, 'asked' | 'right'>): number | null =>
  asked > 0 ? right / asked : null

/**
 * Point-biserial correlation of a question with the rest of its papers, -1..1: whether who knows more has it right more
 * often. null where nobody, or everybody, was right, or all papers were alike.
 */
export const discrimination = ({ asked, right, rest, restSquared, restRight }: QualitySums): number | null => {
  if (asked < 2 || right === 0 || right === asked) return null
  const share = right / asked
  const variance = restSquared / asked - (rest / asked) ** 2
  if (variance <= 0) return null
  const covariance = restRight / asked - share * (rest / asked)
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(variance * share * (1 - share))))
}

/** What an officer should look at, most urgent first. */
export const concernsOf = (sums: QualitySums): Concern[] => {
  const [hit, flat] = [hitRate(sums), discrimination(sums)]
  const enough = sums.asked >= fewestAsked
  const is: Record<Concern, boolean> = {
    disputed: sums.disputes > 0,
    reversed: enough && flat !== null && flat < 0,
    flat: enough && flat !== null && flat >= 0 && flat < tooFlat,
    hard: enough && hit !== null && hit <= tooHard,
    easy: enough && hit !== null && hit >= tooEasy,
  }
  return Concern.options.filter((concern) => is[concern])
}

export const QualityRow = z.object({
  id: Id,
  stem: z.string(),
  law: z.string(),
  article: z.int(),
  state: QuestionState,
  asked: z.int(),
  hit: z.number().nullable(),
  discrimination: z.number().nullable(),
  seconds: z.number().nullable().describe('mean of the papers that told it'),
  disputes: z.int(),
  concerns: z.array(Concern),
})
export type QualityRow = z.output<typeof QualityRow>

export const qualityEntries = {
  /** The questions of one level by what needs a look first. */
  quality: {
    kind: 'query',
    input: z.strictObject({ id: Id.describe('the campaign'), level: z.int().min(1).max(50) }),
    output: z.object({ title: z.string(), levels: z.array(z.string()), items: z.array(QualityRow) }),
    access: { role: 'officer', scope: 'campaign' },
  },
} as const satisfies Contract
