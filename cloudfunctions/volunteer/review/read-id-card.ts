import type { reviewEntries } from 'types/volunteer-review'
import { record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { applications } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { openIdCard } from '../apply/personal'
import { lookedAt } from '../privacy/looks'
import { personalOf } from '../views'

/** The trace is written before the number leaves. Caller, application, write. */
export const readIdCard: Handler<typeof reviewEntries.readIdCard, ApplicationDoc> = async (
  { reason },
  { subject: doc, grant, now, acting },
) => {
  const idCard = openIdCard(doc._id, personalOf(doc))
  const actor = grant?.role === 'regulator' ? 'regulator' : 'officer'
  const look = lookedAt({ ids: [doc._id], way: 'number', office: grant?.nodeName ?? '', reason, at: now })
  const step = { at: now, data: { reason }, push: [look] }
  const { version } = await record(applications, doc, acting(actor), 'read-id-card', step)
  return { idCard, version }
}
