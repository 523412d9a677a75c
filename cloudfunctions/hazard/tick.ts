import type { hazardContract } from 'types/hazard-contract'
import { drain } from '../kit/outbox'
import type { Handler } from '../kit/serve'
import { afterNews } from './clock/clock-work'
import { hazards } from './hazard-store'
import { sweepOverdue } from './clock/overdue'
import { remindOfLetters } from './letter/letter-clock'
import { letters } from './letter/letter-store'

/** Marks what is late, tells officers what is new, empties the outboxes, then looks after the pictures. */
export const tick: Handler<(typeof hazardContract)['tick']> = async (_input, { now }) => {
  const late = (await sweepOverdue(now)) + (await remindOfLetters(now))
  const ran = await afterNews(now, () => drain('hazard', [hazards, letters], new Date()))
  return { ran: late + ran }
}
