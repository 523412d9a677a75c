import type { hazardContract } from 'types/hazard-contract'
import { drain } from '../kit/outbox'
import type { Handler } from '../kit/serve'
import { boards } from './board/board-store'
import { afterNews } from './clock/clock-work'
import { hazards } from './hazard-store'
import { applyJoins } from './join/apply-joins'
import { joins } from './join/join-store'
import { sweepOverdue } from './clock/overdue'
import { askToLookAgain } from './clock/second-look'
import { remindSilent } from './clock/silence'
import { sweepLadder } from './ladder/climb'
import { remindOfLetters } from './letter/letter-clock'
import { letters } from './letter/letter-store'

/** Marks what is late, tells officers what is new, empties the outboxes, then looks after the pictures. */
export const tick: Handler<(typeof hazardContract)['tick']> = async (_input, { now }) => {
  const late =
    (await sweepOverdue(now)) +
    (await remindSilent(now)) +
    (await askToLookAgain(now)) +
    (await sweepLadder(now)) +
    (await remindOfLetters(now))
  const ran = await afterNews(now, () => drain('hazard', [hazards, letters, boards, joins], new Date(), applyJoins))
  return { ran: late + ran }
}
