import { record, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { AttendanceDoc } from './activity'
import { attendances, listOwnOf, pullLine } from './activity-store'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '注销并删除个人信息' }

const impersonal = ({ appeal }: AttendanceDoc, openid: string) => ({
  ...{ openid: null, devices: [], metres: null, appeal: appeal && { ...appeal, words: null }, appealOpen: false },
  outbox: command.pull({ 'payload.openid': openid }),
})

/** Who erased himself gives his places back; what he did stays without him. */
export const forgetAttendances = async (openid: string, now: Date): Promise<void> => {
  for (const doc of await listOwnOf(openid)) {
    if (doc.state === 'joined' || doc.state === 'waiting') await pullLine(doc.activityId, doc.applicationId, now)
    const { outbox, ...set } = impersonal(doc, openid)
    await attendances.update({ _id: doc._id }, { outbox })
    await record(attendances, doc, clock, 'forget', { at: now, set })
  }
}
