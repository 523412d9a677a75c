import type { Paper, PaperQuestion } from 'types/quiz-play'
import * as z from 'types/zod'

export type Question = z.output<typeof PaperQuestion>

/** An answer that stands: positions as shown on this paper, and the seconds it took. */
export const Standing = z.object({ no: z.int(), chosen: z.array(z.int()), seconds: z.int() })
export type Standing = z.output<typeof Standing>

/** A paper as the phone holds it. Pure data; every function below answers a new one, or the same where nothing changes. */
export type Sheet = {
  /** Index of the question shown. */
  at: number
  /** Which of the two prepared places shows it. */
  side: 0 | 1
  /** Chosen on it and still open to change. */
  picked: readonly number[]
  /** Counts the choices: each begins the time to change it anew. */
  turn: number
  /** Answers that stand, in the order they were given. */
  standing: readonly Standing[]
  /** Question number → right, where the cloud has said so. */
  marks: Readonly<Record<number, boolean>>
}

export const standingOf = ({ standing }: Sheet, no: number) => standing.find((answer) => answer.no === no)

/** Numbers of the questions without an answer that stands. */
export const unanswered = (paper: Paper, sheet: Sheet): number[] =>
  paper.questions.map(({ no }) => no).filter((no) => !standingOf(sheet, no))

/** Index of the question to come: the next one without an answer, from the front again after the last; null: none. */
export const nextAfter = (paper: Paper, sheet: Sheet): number | null => {
  const { length } = paper.questions
  const order = Array.from({ length: length - 1 }, (_, step) => (sheet.at + step + 1) % length)
  return order.find((at) => !standingOf(sheet, paper.questions[at]?.no ?? 0)) ?? null
}

const fits = (paper: Paper, { no, chosen }: Standing) => {
  const question = paper.questions.find((one) => one.no === no)
  return question !== undefined && chosen.length > 0 && chosen.every((at) => at < question.options.length)
}

/** @param kept what this phone remembers of the paper; what the cloud has locked comes before it */
export const openSheet = (paper: Paper, kept: readonly Standing[]): Sheet => {
  const locked = paper.locked.map(({ no, chosen }) => ({ no, chosen, seconds: 0 }))
  const own = kept.filter((answer) => fits(paper, answer) && !locked.some(({ no }) => no === answer.no))
  const marks = Object.fromEntries(paper.locked.map(({ no, right }) => [no, right]))
  const sheet: Sheet = { at: 0, side: 0, picked: [], turn: 0, standing: [...locked, ...own], marks }
  const first = paper.questions.findIndex(({ no }) => !standingOf(sheet, no))
  return { ...sheet, at: Math.max(0, first) }
}

/** A tap on an option: replaces the choice of single and judge, adds or takes away in multiple. */
export const pick = (sheet: Sheet, { no, kind }: Question, option: number): Sheet => {
  const { picked } = sheet
  if (standingOf(sheet, no)) return sheet
  if (kind !== 'multiple') return picked[0] === option ? sheet : { ...sheet, picked: [option], turn: sheet.turn + 1 }
  const after = picked.includes(option) ? picked.filter((one) => one !== option) : [...picked, option]
  return { ...sheet, picked: after.sort((a, b) => a - b) }
}

export const undo = (sheet: Sheet): Sheet => (sheet.picked.length === 0 ? sheet : { ...sheet, picked: [] })

/** The choice stands from now on. */
export const lock = (sheet: Sheet, { no }: Question, seconds: number): Sheet => {
  const { picked, standing } = sheet
  if (picked.length === 0 || standingOf(sheet, no)) return sheet
  return { ...sheet, picked: [], standing: [...standing, { no, chosen: [...picked], seconds }] }
}

/** What the cloud said of an answer; where another phone was faster, its answer is the one that stands. */
export const mark = (sheet: Sheet, { no, chosen, right }: { no: number; chosen: number[]; right: boolean }): Sheet => ({
  ...sheet,
  standing: sheet.standing.map((answer) => (answer.no === no ? { ...answer, chosen } : answer)),
  marks: { ...sheet.marks, [no]: right },
})

/** To the next question without an answer; stays where there is none. */
export const onward = (paper: Paper, sheet: Sheet): Sheet => {
  const at = nextAfter(paper, sheet)
  return at === null ? sheet : { ...sheet, at, side: sheet.side === 0 ? 1 : 0, picked: [] }
}

/** Answers that stand on the phone and of which the cloud has not spoken yet, oldest first. */
export const unsent = ({ standing, marks }: Sheet): Standing[] => standing.filter(({ no }) => marks[no] === undefined)

/** What a paper sends at its end; a choice still open to change counts. */
export const toAnswers = (paper: Paper, sheet: Sheet, seconds: number): Standing[] => {
  const question = paper.questions[sheet.at]
  return [...(question ? lock(sheet, question, seconds) : sheet).standing]
}
