import { dueAfterDays } from 'types/calendar'
import { isBeingFixed } from 'types/hazard'
import { command } from '../../kit/cloud'
import { releaseLease, takeLease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { lookAfterPictures } from './clean-pictures'
import type { HazardDoc } from '../hazard'
import { listForClock, patchHazard } from '../hazard-store'
import { toOfficer } from '../messages'
import { listOfficersNear } from '../../kit/officers-near'

const batch = 20
const budgetMs = 10_000
/** The union's own promise: a report is taken on within three days. */
const acceptDays = 3

const work = {
  reported: { title: '有新的隐患上报，请受理', note: '请在台账中查看并受理' },
  reopened: { title: '销号的隐患有人反映，请复查', note: '请复查后维持销号或重新交办' },
  fixerGone: { title: '整改责任人离任，请另行交办', note: '请在隐患里选新的责任人，期限照旧或重定' },
  answered: { title: '企业已回复整改，请核实', note: '请核实整改情况后销号或退回' },
}

/** Whether there is still something to do about what the officers were to be told. */
const isStill = ({ state, tell }: HazardDoc) => (tell === 'fixerGone' ? isBeingFixed(state) : state === tell)

const urgentTitle = '危急隐患，请立即处理'

/** Tells the officers once: the messages and the mark that they were told are one write. */
export const tellOfficers = async (doc: HazardDoc, now: Date) => {
  const { tell } = doc
  if (!tell) return
  const by = dueAfterDays(now, acceptDays)
  // Somebody was faster than the message: there is nothing left to do.
  const officers = isStill(doc) ? await listOfficersNear(doc.under) : []
  const items = officers.map(({ _id, personId }) => ({
    ...toOfficer(_id, doc, {
      ...work[tell],
      ...(doc.urgent === 1 && tell === 'reported' && { title: urgentTitle }),
      by,
    }),
    id: `${doc._id}.${doc.seq}.${tell}.${personId}`,
  }))
  // The very moment, not the call's: a drainer at work on older items must not take these for left-overs.
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: new Date() } : {}
  await patchHazard(doc._id, { tell, seq: doc.seq }, { tell: null, ...waiting })
}

const oneByOne = async (docs: readonly HazardDoc[], now: Date) => {
  const startedAt = Date.now()
  for (const doc of docs) {
    if (Date.now() - startedAt > budgetMs) return
    const next = await lookAfterPictures(doc, now)
    await patchHazard(doc._id, { clockAt: doc.clockAt, tell: null }, { clockAt: next })
  }
}

/**
 * What new reports and answers still wait for: officers told first, then pictures cleaned and checked, a few at a time.
 * One instance at a time; whatever a crash leaves is found again by its `clockAt`.
 */
export const afterNews = async (now: Date, thenDrain: () => Promise<number>): Promise<number> => {
  const lease = await takeLease('hazard.clock', newRequestId(), now)
  if (!lease) return thenDrain()
  const docs = await listForClock(now, batch)
  for (const doc of docs) await tellOfficers(doc, now)
  const ran = await thenDrain()
  await oneByOne(docs, now)
  await releaseLease(lease)
  return ran + docs.length
}
