import { drain } from '../kit/outbox'
import { applications } from './application-store'
import { eraseDue } from './apply/erase'
import { localWork } from './local-work'

const stores = [applications]

/** Deletes what is personal where its time is over, then drains the outbox. */
export const tick = async (_input: unknown, { now }: { now: Date }) => {
  const erased = await eraseDue(now)
  const at = new Date()
  return { ran: erased + (await drain('volunteer', stores, at, localWork(at))) }
}
