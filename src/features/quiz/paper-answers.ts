import type { Paper, PaperQuestion } from 'types/quiz-play'
import type { z } from 'types/zod'

/** Question number → chosen positions. */
export type Chosen = Record<string, number[]>
export type Question = z.output<typeof PaperQuestion>

/** A tap on an option: replaces the choice of single and judge, adds or takes away in multiple. */
export const tap = (chosen: Chosen, { no, kind }: Question, option: number): Chosen => {
  const before = chosen[no] ?? []
  if (kind !== 'multiple') return { ...chosen, [no]: [option] }
  const after = before.includes(option)
    ? before.filter((one) => one !== option)
    : [...before, option].sort((a, b) => a - b)
  return { ...chosen, [no]: after }
}

export const unanswered = (paper: Paper, chosen: Chosen): number[] =>
  paper.questions.filter(({ no }) => (chosen[no] ?? []).length === 0).map(({ no }) => no)

/** What is sent: only questions of this paper, whatever an older draft held. */
export const toAnswers = (paper: Paper, chosen: Chosen) =>
  paper.questions.map(({ no, options }) => ({ no, chosen: (chosen[no] ?? []).filter((at) => at < options.length) }))
