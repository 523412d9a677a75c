import { deriveId } from 'types/ids'
import { activityRules } from 'types/volunteer-activity-kinds'
import { signWindow } from 'types/volunteer-activity-hours'
import { fingerprint } from '../../kit/sensitive'
import type { ActivityDoc } from './activity'

export type Way = 'in' | 'out'
type Coded = Pick<ActivityDoc, '_id' | 'secret' | 'startsAt' | 'endsAt'>

const slotMs = activityRules.slotSeconds * 1000
export const slotAt = (at: Date | number) => Math.floor(Number(at) / slotMs)
export const slotStart = (slot: number) => new Date(slot * slotMs)

const keyed = ({ _id, secret }: Coded, way: Way, slot: number, use: string) =>
  fingerprint(`sign/${use}/${_id}/${secret}/${way}/${slot}`)

/** What the QR code of one slot holds, beside its letter: 22 characters nobody can guess. */
export const codeOf = (activity: Coded, way: Way, slot: number): string =>
  deriveId('sign', keyed(activity, way, slot, 'code'))

/** The six digits beside it, for who cannot scan. */
export const digitsOf = (activity: Coded, way: Way, slot: number): string => {
  const bytes = Buffer.from(keyed(activity, way, slot, 'digits'), 'base64url')
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** Slots of this direction that are taken at this moment: the one on the screen and the one just before. */
export const liveSlots = (activity: Coded, way: Way, now: Date): number[] => {
  const { from, to } = signWindow(activity, way)
  const current = slotAt(now)
  return [current, current - 1].filter((slot) => slotStart(slot + 1) > from && slotStart(slot) < to)
}

/** How far a phone's clock may be off. */
const drift = 180_000

/** Slots a code may have stood on the screen in, where the phone says it was read earlier and kept. */
export const keptSlots = (activity: Coded, way: Way, readAt: Date, now: Date): number[] => {
  const { from, to } = signWindow(activity, way)
  const first = slotAt(Math.max(from.getTime(), readAt.getTime() - drift))
  const last = slotAt(Math.min(to.getTime() - 1, readAt.getTime() + drift, now.getTime()))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
