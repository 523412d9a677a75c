import { hazardMachine, type hazardContract } from 'types/hazard'
import { movesFor } from 'types/state-machine'
import type { Handler } from '../kit/serve'
import { mayOpenIdentity } from './entitled'
import type { HazardDoc } from './hazard'
import { findPeople, listFixersOf } from './person-store'
import { toFull } from './views'

type Detail = typeof hazardContract.detail

/** Whether this person had a hand in the fixing: he may not be the one who closes it. */
export const tookPart = (doc: HazardDoc, personId: string) =>
  doc.answer?.by === personId || doc.fixer?.personId === personId

const fixersFor = async ({ state, enterprise }: HazardDoc) => {
  if (state !== 'accepted' || !enterprise) return []
  const fixers = await listFixersOf(enterprise.id)
  return fixers.map(({ personId, name }) => ({ id: personId, name: name ?? '未填写姓名' }))
}

const nameOfNamed = async ({ identity, owner }: HazardDoc) => {
  if (identity !== 'named' || !owner) return null
  return (await findPeople([owner])).get(owner)?.name ?? '未填写姓名'
}

/** Everything an officer needs to decide on one hazard, with the acts the table allows him now. */
export const detail: Handler<Detail, HazardDoc> = async (_input, { subject: doc, caller }) => {
  const [full, fixers, reporter] = await Promise.all([toFull(doc, 'officer'), fixersFor(doc), nameOfNamed(doc)])
  const acts = movesFor(hazardMachine, doc.state, 'officer')
    .map(({ act }) => act)
    .filter((act) => act !== 'close' || !tookPart(doc, caller.personId))
  return {
    ...full,
    ...{ identity: doc.identity, reporter, fixers, acts, wish: doc.wish, handledBy: doc.node.name },
    flagged: doc.wordsCheck === 'review',
    fixer: doc.fixer?.name ?? null,
    mayOpenIdentity: mayOpenIdentity(doc, caller.grants),
  }
}
