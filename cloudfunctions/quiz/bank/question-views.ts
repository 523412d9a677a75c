import { flagLabels, questionMachine, type QuestionDetail, type QuestionRow } from 'types/quiz-questions'
import type * as z from 'types/zod'
import type { StoredEvent } from '../../kit/aggregate'
import type { BankedDoc, Wording } from './bank-documents'

const fieldLabels: Record<keyof Wording, string> = {
  answer: '答案',
  explain: '解析',
  lawVersion: '法规版本',
  article: '条款',
  phrase: '法条原文',
}

export const toRow = (question: BankedDoc): z.input<typeof QuestionRow> => {
  const { _id, kind, stem, law, lawVersion, article, category, state, flag, version } = question
  return { id: _id, kind, stem, law, lawVersion, article, category, state, flag, version }
}

const isField = (name: unknown): name is keyof Wording => typeof name === 'string' && name in fieldLabels

/** What an event of the chain says besides its name: why, or what was changed. */
const detailOf = ({ data, act }: StoredEvent): string | undefined => {
  const changed = Array.isArray(data.changed) ? data.changed.filter(isField).map((field) => fieldLabels[field]) : []
  if (changed.length > 0) return `改了${changed.join('、')}`
  if (typeof data.words === 'string') return data.words
  return act === 'flag' && data.reason === 'law' ? flagLabels.law : undefined
}

const toTimeline = (event: StoredEvent) => ({
  at: event.at,
  title: `${questionMachine.moves.find(({ act }) => act === event.act)?.label ?? event.verb}（${event.name}）`,
  detail: detailOf(event),
  tone: event.to === 'live' ? ('done' as const) : ('late' as const),
})

const toWording = ({ answer, explain, lawVersion, article, phrase }: Wording) => ({
  ...{ key: answer, explain, lawVersion, article, phrase },
})

export const toDetail = (
  question: BankedDoc,
  lawCurrent: string | null,
  campaigns: string[],
): z.input<typeof QuestionDetail> => ({
  ...toRow(question),
  ...toWording(question),
  ...{ options: question.options, lawCurrent, campaigns },
  earlier: question.earlier.map((wording) => ({ ...toWording(wording), at: wording.at })),
  timeline: [...question.events].reverse().map(toTimeline),
})
