import type { StoredEvent } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { listOfficersNear } from '../../kit/officers-near'
import type { AwardDoc, ObjectionDoc } from './award'
import { listObjectionsToTell, listOverAwards, patchAward, patchObjection } from './award-store'
import { toOfficerOf } from './messages'

const batch = 50

type About = Pick<AwardDoc, '_id' | 'title' | 'under' | 'clockAt'> & { awardId: string; events: StoredEvent[] }
type Word = { title: string; by: Date; note: string }

// A mark and its messages in one write, once each whenever the clock dies; nobody's decision is disturbed.
const toldAs = async (doc: About, { title, by, note }: Word) => {
  const officers = await listOfficersNear(doc.under)
  const items = officers.map(({ _id: openid, personId }) => ({
    ...toOfficerOf(doc, openid, title, by, note),
    id: `${doc._id}.tell.${doc.clockAt?.getTime() ?? 0}.${personId}`,
  }))
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: new Date() } : {}
  return { clockAt: null, ...waiting }
}

const tellOver = async (doc: AwardDoc, now: Date) => {
  const word = { title: '奖励公示期满，请定稿', by: doc.objectUntil ?? now, note: '异议都答复后可以定稿' }
  const patch = await toldAs({ ...doc, awardId: doc._id }, word)
  await patchAward(doc._id, { state: 'announced', clockAt: doc.clockAt }, patch)
}

const tellRaised = async (doc: ObjectionDoc) => {
  const word = { title: '有人对奖励名单提出异议', by: doc.createdAt, note: '请核对后用一句话答复' }
  const patch = await toldAs({ ...doc, title: doc.award }, word)
  await patchObjection(doc._id, { clockAt: doc.clockAt }, patch)
}

/** Tells the officers of a batch that its period is over, and of what was raised against it. */
export const remindOfAwards = async (now: Date): Promise<number> => {
  const [over, raised] = await Promise.all([listOverAwards(now, batch), listObjectionsToTell(now, batch)])
  for (const doc of over) await tellOver(doc, now)
  for (const doc of raised) await tellRaised(doc)
  return over.length + raised.length
}
