import { AppError } from 'types/app-error'
import type { hazardContract } from 'types/hazard-contract'
import type { Handler } from '../../kit/serve'
import { toJoinedRow, toJoinedView } from '../join/joined-view'
import type { Followed } from '../subjects'
import { findHazard, pageOfFollower } from '../hazard-store'
import { fitsKey } from './retrieval-key'
import { toReporterView, toRows } from '../ledger/views'

type Entries = typeof hazardContract

/** What the caller reported or joined, named or hidden, newest first; an anonymous one is found by its key alone. */
export const mine: Handler<Entries['mine']> = async (input, { caller: { openid } }) => {
  if (!openid) return { items: [], more: false }
  const { items, more } = await pageOfFollower(openid, input)
  const own = await toRows(
    items.filter(({ owner }) => owner === openid),
    'owner',
  )
  const rows = new Map(own.map((row) => [row.id, row]))
  return { items: items.map((doc) => rows.get(doc._id) ?? toJoinedRow(doc)), more }
}

export const view: Handler<Entries['view'], Followed> = (_input, { subject: { doc, openid } }) => {
  if (doc.owner === openid) return toReporterView(doc)
  const joiner = doc.joiners.find(({ owner }) => owner === openid)
  if (!joiner) throw new AppError('NOT_FOUND')
  return toJoinedView(doc, joiner)
}

/** An anonymous report by its key. A wrong key and an unknown id answer alike. */
export const track: Handler<Entries['track']> = async ({ id, retrievalKey }) => {
  const doc = await findHazard(id)
  if (doc && fitsKey(doc, retrievalKey)) return toReporterView(doc)
  const joiner = doc?.joiners.find((one) => fitsKey(one, retrievalKey))
  if (!doc || !joiner) throw new AppError('NOT_FOUND', { message: '没有找到这条上报，请核对查询口令。' })
  return toJoinedView(doc, joiner)
}
