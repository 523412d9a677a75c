import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { caseEntries } from 'types/hazard-case'
import { hazardMachine } from 'types/hazard-machine'
import { findMove } from 'types/state-machine'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { toFixer, toReporter } from '../messages'
import { watchFrom } from './again'
import { tookPart } from './detail'
import { checkDelisted } from './proofs'
import { advance, isRetry } from './step'

type Cease = typeof caseEntries.cease

/** @throws AppError INVALID_INPUT, NOT_ALLOWED_NOW, SAME_PERSON for what is no end of an enterprise, or not his to note */
const check = (doc: HazardDoc, { on }: InputOf<Cease>, personId: string, now: Date) => {
  if (!doc.enterprise) throw new AppError('NOT_ALLOWED_NOW', { message: '这条隐患没有写明企业，不能按企业关停了结。' })
  if (tookPart(doc, personId)) throw new AppError('SAME_PERSON')
  checkDelisted(doc)
  if (on > dateOf(now)) throw new AppError('INVALID_INPUT', { fields: { on: '关停日期不能晚于今天' } })
}

/**
 * The enterprise exists no more: nobody is left to fix it, and nobody says it was fixed. Whoever reported it is told why,
 * and may say for as long as a closed one is watched that work goes on there.
 */
export const cease: Handler<Cease, HazardDoc> = async (input, context) => {
  const { subject: doc, caller, now, acting } = context
  const { on, proof, words, version } = input
  const officer = acting('officer')
  const isOpen = findMove(hazardMachine, doc.state, 'cease', 'officer') !== undefined
  if (isOpen && !isRetry(doc, officer, 'cease', version)) check(doc, input, caller.personId, now)
  const { watchUntil } = watchFrom(now)
  return advance(doc, officer, 'cease', version, {
    at: now,
    same: doc.ceased?.on === on && doc.ceased.proof === proof && doc.ceased.words === words,
    data: { on, proof, words },
    set: { ceased: { on, proof, words }, fixRank: 2, progressDueAt: null, recheckAt: null, watchUntil },
    push: [
      ...toReporter(doc, '企业已关停', proof, now),
      ...toFixer(doc, { title: '企业已关停，不再督促', by: now, note: proof }),
    ],
  })
}
