import { AppError } from 'types/app-error'
import type { hazardContract } from 'types/hazard-contract'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { findHazard, pageOfOwner } from '../hazard-store'
import { fitsKey } from './retrieval-key'
import { toReporterView, toRows } from '../ledger/views'

type Entries = typeof hazardContract

/** The caller's own named and hidden reports, newest first; an anonymous one is found by its key alone. */
export const mine: Handler<Entries['mine']> = async (input, { caller: { openid } }) => {
  if (!openid) return { items: [], more: false }
  const { items, more } = await pageOfOwner(openid, input)
  return { items: await toRows(items, 'owner'), more }
}

export const view: Handler<Entries['view'], HazardDoc> = (_input, { subject }) => toReporterView(subject)

/** An anonymous report by its key. A wrong key and an unknown id answer alike. */
export const track: Handler<Entries['track']> = async ({ id, retrievalKey }) => {
  const doc = await findHazard(id)
  if (!doc || !fitsKey(doc, retrievalKey)) {
    throw new AppError('NOT_FOUND', { message: '没有找到这条上报，请核对查询口令。' })
  }
  return toReporterView(doc)
}
