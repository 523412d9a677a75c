import { AppError } from 'types/app-error'
import { isListed } from 'types/hazard'
import { isAtLeast, rungLabels, rungsAbove, type ladderEntries } from 'types/hazard-ladder'
import { isReplay, record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { seenVersion } from '../case/step'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import { listOfHazard } from '../letter/letter-store'
import { toLetterRow } from '../letter/queries'
import { ladderDaysFor } from '../rules/rules'
import { tellRung } from './climb'
import { isPressed, rungOf, standAt } from './standing'

type Entries = typeof ladderEntries

const ladderOf = (doc: HazardDoc) => {
  if (doc.grade === null) return null
  const { since = null, nextAt = null } = doc.ladder ?? {}
  const above = isPressed(doc) ? [...rungsAbove(rungOf(doc))] : []
  return { rung: rungOf(doc), since, nextAt: doc.overdue ? nextAt : null, above }
}

const proposalOf = (doc: HazardDoc, hasLetter: boolean) => {
  // On time on its first rung nothing is asked of anybody, however high that rung is.
  if (!doc.ladder || !isPressed(doc) || doc.state === 'answered') return null
  // Supervision by a committee is for major ones; it is asked for once.
  if (rungOf(doc) === 'listed' && isListed(doc)) return null
  if (rungOf(doc) === 'listed') return doc.grade === 'major' ? 'listed' : 'refer'
  return isAtLeast(rungOf(doc), 'enterprise') && !hasLetter ? 'letter' : null
}

const onward: Handler<Entries['onward'], HazardDoc> = async ({ id }, { subject: doc }) => {
  const letters = await listOfHazard(id)
  const standing = letters.filter(({ state }) => state !== 'discarded')
  return {
    ladder: ladderOf(doc),
    letters: letters.map(toLetterRow),
    mayWrite: isPressed(doc),
    proposal: proposalOf(doc, standing.length > 0),
  }
}

/** An officer takes a hazard up by hand, past as many rungs as the matter asks for. */
const raise: Handler<Entries['raise'], HazardDoc> = async (
  { id, version, to, reason },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const seen = seenVersion(doc, version)
  if (isReplay(doc, officer, 'raise', seen)) {
    const { rung, reason: said } = doc.events.at(-1)?.data ?? {}
    if (rung === to && said === reason) return { id, state: doc.state, version: doc.version }
  }
  if (doc.version !== seen) throw new AppError('CONFLICT')
  if (!isPressed(doc)) throw new AppError('NOT_ALLOWED_NOW', { message: '这条隐患现在不用再督促，请刷新后查看。' })
  if (isAtLeast(rungOf(doc), to))
    throw new AppError('NOT_ALLOWED_NOW', { message: `已经到“${rungLabels[rungOf(doc)]}”这一级，只能往上提。` })
  const [push, days] = await Promise.all([tellRung(doc, to, now), ladderDaysFor(doc.under)])
  const data = { from: rungOf(doc), rung: to, reason }
  return record(hazards, doc, officer, 'raise', { at: now, set: { ladder: standAt(doc, to, now, days) }, push, data })
}

export const ladderHandlers = { onward, raise }
