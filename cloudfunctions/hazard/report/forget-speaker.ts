import { AppError } from 'types/app-error'
import type { spokenEntries } from 'types/hazard-spoken'
import { record, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { findHazard, hazards } from '../hazard-store'
import { forgetSpokenJoiner, forgottenAs } from '../join/join-store'
import { fitsKey } from './retrieval-key'

const speaker: Acting = { by: 'reporter', name: '上报人', actor: 'reporter', verb: '删除代录的姓名' }

/** He stands among the joiners wherever his report was put, one merge after the other. */
const forgetWhereMerged = async (id: string, intoId: string | null): Promise<void> => {
  const into = intoId ? await findHazard(intoId) : null
  if (!into) return
  const at = into.joiners.findIndex((one) => one._id === id && one.spoken !== null)
  const joiner = into.joiners[at]
  if (joiner) await forgetSpokenJoiner(into._id, at, joiner)
  await forgetWhereMerged(id, into.mergedInto)
}

const forgetHere = (doc: HazardDoc, now: Date) => {
  const set = { spoken: null, identity: forgottenAs(doc.identity) }
  return record(hazards, doc, speaker, 'forget', { at: now, set, data: { words: '上报人删除了留下的姓名' } })
}

/**
 * Who spoke to a team leader takes his name and phone number back, by the word on his slip; what he reported stays.
 * @throws AppError NOT_FOUND for a wrong word as for an unknown id
 */
export const forgetSpeaker: Handler<(typeof spokenEntries)['forgetSpeaker']> = async (
  { id, retrievalKey },
  { now },
) => {
  const doc = await findHazard(id)
  if (!doc || !fitsKey(doc, retrievalKey))
    throw new AppError('NOT_FOUND', { message: '没有找到这条上报，请核对查询口令。' })
  const done = doc.spoken ? await forgetHere(doc, now) : { id, state: doc.state, version: doc.version }
  await forgetWhereMerged(id, doc.mergedInto)
  return done
}
