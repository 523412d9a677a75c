import { isBeingFixed, isListed } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import type { hazardContract } from 'types/hazard-contract'
import { movesFor } from 'types/state-machine'
import type { Handler } from '../../kit/serve'
import { mayOpenIdentity } from './entitled'
import type { HazardDoc } from '../hazard'
import { findPeople, listFixersOf, type Who } from '../person-store'
import { openSpeaker } from '../report/spoken'
import { toReporters } from '../join/reporters'
import { mergedOf, toFixing, toWatch } from '../ledger/views'

type Detail = typeof hazardContract.detail

/** Whether this person ever had a hand in the fixing: he may not be the one who closes it. */
export const tookPart = ({ hands }: HazardDoc, personId: string) => hands.includes(personId)

/** Whether whom it was handed to is a fixer of the enterprise no more: it may be handed to another. */
export const isFixerGone = ({ state, fixer }: HazardDoc, fixers: readonly Who[]) =>
  isBeingFixed(state) && !fixers.some(({ personId }) => personId === fixer?.personId)

const fixersFor = async ({ state, enterprise }: HazardDoc) =>
  enterprise && (state === 'accepted' || state === 'reopened' || isBeingFixed(state)) ? listFixersOf(enterprise.id) : []

const nameOfNamed = async (doc: HazardDoc) => {
  const { identity, owner } = doc
  if (identity !== 'named') return null
  if (!owner) return openSpeaker(doc)?.name ?? null
  return (await findPeople([owner])).get(owner)?.name ?? '未填写姓名'
}

const mayAnswerExtension = ({ extensions }: HazardDoc, personId: string) => {
  const last = extensions.at(-1)
  return last?.state === 'asked' && last.askedBy !== personId
}

const ofListing = ['extendListing', 'delist']
const byAnother = ['close', 'uphold', 'recheck']

// What the table has but the facts forbid: no button for it.
const isBarred = (doc: HazardDoc, act: string, personId: string) => {
  if (act === 'prove') return doc.grade !== 'major'
  if (act === 'list') return doc.grade !== 'major' || isListed(doc)
  if (ofListing.includes(act)) return !isListed(doc)
  return byAnother.includes(act) && tookPart(doc, personId)
}

const actsOf = (doc: HazardDoc, personId: string, fixerGone: boolean) =>
  movesFor(hazardMachine, doc.state, 'officer')
    .map(({ act }) => act)
    .filter((act) => act !== (doc.plan ? 'returnUnplanned' : 'return'))
    .filter((act) => !act.endsWith('Extension') || mayAnswerExtension(doc, personId))
    .filter((act) => act !== 'assign' || !isBeingFixed(doc.state) || fixerGone)
    .filter((act) => !isBarred(doc, act, personId))

/** Everything an officer needs to decide on one hazard, with the acts the table allows him now. */
export const detail: Handler<Detail, HazardDoc> = async (_input, { subject: doc, caller }) => {
  const [full, people, reporter] = await Promise.all([toFixing(doc, 'officer'), fixersFor(doc), nameOfNamed(doc)])
  const reporters = await toReporters(doc, caller.grants)
  const watch = await toWatch(doc)
  const fixerGone = isFixerGone(doc, people)
  const fixers = people.map(({ personId, name }) => ({ id: personId, name: name ?? '未填写姓名' }))
  return {
    ...full,
    ...watch,
    ...{ identity: doc.identity, reporter, fixers, wish: doc.wish, handledBy: doc.node.name },
    ...{ acts: actsOf(doc, caller.personId, fixerGone), fixerGone, fixer: doc.fixer?.name ?? null },
    flagged: doc.wordsCheck === 'review',
    mayOpenIdentity: mayOpenIdentity(doc, caller.grants),
    ...{ reporters, mergedInto: mergedOf(doc) },
  }
}
