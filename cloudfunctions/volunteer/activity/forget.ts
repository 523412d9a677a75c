import * as z from 'types/zod'
import { Id } from 'types/ids'
import { record, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { AttendanceDoc } from './activity'
import type { Work } from '../local-work'
import { attendances, listAttendancesOf, listOwnOf, pullLine } from './activity-store'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '注销并删除个人信息' }

const impersonal = ({ appeal }: AttendanceDoc, openid: string) => ({
  ...{ openid: null, devices: [], metres: null, appeal: appeal && { ...appeal, words: null }, appealOpen: false },
  outbox: command.pull({ 'payload.openid': openid }),
})

const forget = async (docs: readonly AttendanceDoc[], now: Date): Promise<void> => {
  for (const doc of docs) {
    const { openid } = doc
    if (openid === null) continue
    if (doc.state === 'joined' || doc.state === 'waiting') await pullLine(doc.activityId, doc.applicationId, now)
    const { outbox, ...set } = impersonal(doc, openid)
    await attendances.update({ _id: doc._id }, { outbox })
    await record(attendances, doc, clock, 'forget', { at: now, set })
  }
}

/** Who erased himself gives his places back; what he did stays without him. */
export const forgetAttendances = async (openid: string, now: Date): Promise<void> =>
  forget(await listOwnOf(openid), now)

const Forgotten = z.object({ applicationId: Id })

/** The same for who erased only what he is as a volunteer. */
export const forgetServices: Work = async ({ payload }, at) =>
  forget(await listAttendancesOf(Forgotten.parse(payload).applicationId), at)
