import { AppError } from 'types/app-error'
import { isOver } from 'types/hazard'
import type { mergeEntries } from 'types/hazard-join'
import { receiptCode } from 'types/ids'
import type { StoredGrant } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { advance, isRetry } from '../case/step'
import type { HazardDoc } from '../hazard'
import { findHazard } from '../hazard-store'
import { toReporter } from '../messages'
import { spot } from '../report/standing'
import { hazardsMergingInto, listNear } from './join-store'
import { comparedOf, mostAlike, since } from './similar'

type Entries = typeof mergeEntries

const refuse = (problem: string) => new AppError('INVALID_INPUT', { fields: { intoId: problem } })

// A grant may reach the one and not the other: who merges must be answerable for both.
const reaches = (doc: HazardDoc, grants: readonly StoredGrant[]) =>
  grants.some(({ nodeId }) => doc.under.includes(nodeId))

const findTarget = async (doc: HazardDoc, intoId: string, grants: readonly StoredGrant[]): Promise<HazardDoc> => {
  const into = intoId === doc._id ? null : await findHazard(intoId)
  if (!into || !reaches(into, grants)) throw refuse('没有找到要并入的隐患，请重新选择')
  if (isOver(into.state)) throw refuse('要并入的隐患已经办结，请选还在办理的一条')
  // Whom this one was led past would read it there.
  if (doc.hiddenFrom.some((nodeId) => into.under.includes(nodeId)))
    throw refuse('这条不能让那边的工会看到，请把那一条并入这一条')
  return into
}

/**
 * Puts a report together with another of the same thing. It moves by itself; the drainer then counts its reporter and
 * everybody who joined it among those of the other one, each at the time he reported.
 */
export const merge: Handler<Entries['merge'], HazardDoc> = async (input, { subject: doc, caller, now, acting }) => {
  const { intoId, version } = input
  const officer = acting('officer')
  if (!isRetry(doc, officer, 'merge', version) && !isOver(doc.state)) await findTarget(doc, intoId, caller.grants)
  const code = receiptCode(intoId)
  const change = {
    at: now,
    same: doc.mergedInto === intoId,
    data: { into: code },
    set: { mergedInto: intoId },
    push: [
      { to: 'local', kind: 'merge', payload: { hazardId: doc._id } },
      ...toReporter(doc, '已合并', `与同一处隐患 ${code} 一起办理`, now),
    ],
  }
  return advance(doc, officer, 'merge', version, change, hazardsMergingInto(intoId))
}

const shown = 5

/** Open hazards like this one, for the officer who wonders whether it was reported before; only what he may see. */
export const alike: Handler<Entries['alike'], HazardDoc> = async (_input, { subject: doc, caller, now }) => {
  const spots = doc.enterprise ? [spot.enterprise(doc.enterprise.id)] : [spot.node(doc.node.id)]
  const near = await listNear(spots, since(now))
  const others = near.filter((one) => one._id !== doc._id && reaches(one, caller.grants))
  const items = mostAlike(comparedOf(doc), others, shown).map(
    ({ _id, code, serial, state, words, place, enterprise, createdAt }) => ({
      ...{ id: _id, code, serial, state, words, place, unit: enterprise?.name ?? null, reportedAt: createdAt },
    }),
  )
  return { items }
}
