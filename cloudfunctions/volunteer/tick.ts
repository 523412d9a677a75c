import { drain } from '../kit/outbox'
import { applications } from './application-store'
import { eraseDue } from './apply/erase'

/** Deletes what is personal where its time is over, then drains the outbox. */
export const tick = async (_input: unknown, { now }: { now: Date }) => {
  const erased = await eraseDue(now)
  return { ran: erased + (await drain('volunteer', [applications], now)) }
}
