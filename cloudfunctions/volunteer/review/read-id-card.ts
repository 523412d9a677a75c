import type { reviewEntries } from 'types/volunteer-review'
import { record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { applications } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { openIdCard } from '../apply/personal'
import { personalOf } from '../views'

/** The trace is written before the number leaves. Caller, application, write. */
export const readIdCard: Handler<typeof reviewEntries.readIdCard, ApplicationDoc> = async (
  { reason },
  { subject: doc, grant, now, acting },
) => {
  const idCard = openIdCard(doc._id, personalOf(doc))
  const actor = grant?.role === 'regulator' ? 'regulator' : 'officer'
  const { version } = await record(applications, doc, acting(actor), 'read-id-card', { at: now, data: { reason } })
  return { idCard, version }
}
