import { AppError } from 'types/app-error'
import type { spokenEntries } from 'types/hazard-spoken'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { findHazard, hazards } from '../hazard-store'
import { countReport, reportDayOf } from './day-store'
import { takePhotos } from './photo-ids'
import { allTextOf, compose, ownReceipt, receiptOf } from './report'
import { markOf } from './retrieval-key'
import { findRoute } from './route'
import { sealSpeaker } from './spoken'

/**
 * A report a team leader writes down for somebody without WeChat: the speaker is its reporter, the leader is not. His
 * name is kept encrypted, anonymous where he wants; he follows it by the word on his slip.
 */
export const reportFor: Handler<(typeof spokenEntries)['reportFor']> = async (input, { caller, now, acting }) => {
  const { _id, identity, name, phone = null, retrievalKey } = input
  const { openid } = caller
  takePhotos(_id, input.photos, [], now)
  const nodeId = caller.grants[0]?.nodeId
  const [dayId, text] = [reportDayOf(openid, now), allTextOf(input)]
  const [wordsCheck, { route, present, day, scanned }] = await Promise.all([
    checkText(openid, text, 'log'),
    findRoute({ ...input, nodeId, text }, { reportId: _id, dayId, caller: openid }),
  ])
  if (present) return ownReceipt(present, input, '')
  const spoken = name ? sealSpeaker(_id, { name, phone }) : null
  const who = { identity, owner: null, keyMark: markOf(_id, retrievalKey), spoken }
  // Who leads a team of seven tells who its members are: the trail names neither.
  const leader = acting('reporter', { by: 'reporter', name: '班组长代录' })
  const doc = compose(input, { route, wordsCheck, who, now, acting: { ...leader, office: undefined }, scanned })
  await countReport(dayId, day, now)
  if (await hazards.insert(doc)) return receiptOf(doc)
  const stands = await findHazard(_id)
  if (!stands) throw new AppError('NOT_FOUND')
  return ownReceipt(stands, input, '')
}
