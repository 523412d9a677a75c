import type { ErasePayload } from 'types/documents'
import type { Delivery } from 'types/platform-entries'
import { forgetAttendances } from './activity/forget'
import { eraseApplicationsOf } from './apply/erase'
import { handOn } from './handover/take-over'
import { vacateSeats } from './team/team-work'

const erase = async (payload: Partial<ErasePayload>, now: Date): Promise<boolean> => {
  const { openid } = payload
  if (typeof openid !== 'string' || openid === '') return false
  await forgetAttendances(openid, now)
  await eraseApplicationsOf(openid, now)
  return true
}

const carryOut = async ({ kind, payload }: Delivery, now: Date): Promise<boolean> => {
  if (kind === 'erase') return erase(payload, now)
  if (kind !== 'left') return false
  // First: what he led is written down while it still says so.
  await handOn(payload, now)
  return vacateSeats(payload, now)
}

/** Takes `erase` and `left` an office; anything else stays with its sender. Carried out twice nothing is left to do. */
export const deliver = async ({ items }: { items: readonly Delivery[] }, { now }: { now: Date }) => {
  const accepted: string[] = []
  for (const item of items) if (await carryOut(item, now)) accepted.push(item.id)
  return { accepted }
}
