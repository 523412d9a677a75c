import { isBeingFixed, isListed } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import type { hazardContract } from 'types/hazard-contract'
import { movesFor } from 'types/state-machine'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { listFixersOf, type Who } from '../person-store'
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

const mayAnswerExtension = ({ extensions }: HazardDoc, personId: string) => {
  const last = extensions.at(-1)
  return last?.state === 'asked' && last.askedBy !== personId
}

const ofListing = ['extendListing', 'delist']
const byAnother = ['close', 'cease', 'uphold', 'recheck']

// What the table has but the facts forbid: no button for it.
const isBarred = (doc: HazardDoc, act: string, personId: string) => {
  if (act === 'prove') return doc.grade !== 'major'
  if (act === 'list') return doc.grade !== 'major' || isListed(doc)
  if (ofListing.includes(act)) return !isListed(doc)
  if (act === 'cease' && (doc.enterprise === null || isListed(doc))) return true
  if (act === 'uphold' && doc.ceased) return true
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
  const [full, people, reporters, watch] = await Promise.all([
    toFixing(doc, 'officer'),
    fixersFor(doc),
    toReporters(doc, caller.openid),
    toWatch(doc),
  ])
  const first = reporters.find(({ id }) => id === doc._id)
  const fixerGone = isFixerGone(doc, people)
  const fixers = people.map(({ personId, name }) => ({ id: personId, name: name ?? '未填写姓名' }))
  return {
    ...full,
    ...watch,
    ...{ identity: doc.identity, reporter: first?.name ?? null, fixers, wish: doc.wish, handledBy: doc.node.name },
    ...{ acts: actsOf(doc, caller.personId, fixerGone), fixerGone, fixer: doc.fixer?.name ?? null },
    flagged: doc.wordsCheck === 'review',
    mayOpenIdentity: first?.mayOpen ?? false,
    ...{ reporters, mergedInto: mergedOf(doc), ceased: doc.ceased ?? null, above: doc.above, vague: doc.vague },
    classes: doc.classes ?? null,
  }
}
