import { claimMachine, prizeMachine } from 'types/prize-machines'
import { move, record } from '../../kit/aggregate'
import { AppError } from 'types/app-error'
import { claims, findExpired, findExpiring } from './claim-store'
import { tellExpiring } from './messages'
import { warnMs } from './new-claim'
import { findEnded, prizes } from './prize-store'
import { dropExports } from './sign-off'
import { trimPrizes } from './trim-moves'

const clock = (verb: string) => ({ by: 'clock', name: '系统', actor: 'clock', verb }) as const

/** Handed over in this very moment, or moved by another run of the clock: it is done. */
const unlessOvertaken = async (act: Promise<unknown>) => {
  try {
    await act
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
  }
}

const warn = async (now: Date) => {
  const due = await findExpiring(new Date(now.getTime() + warnMs))
  for (const claim of due) {
    if (claim.expiresAt <= now) continue
    const step = { at: now, set: { warned: true }, push: tellExpiring(claim) }
    await unlessOvertaken(record(claims, claim, clock('提醒领奖'), 'warn', step))
  }
  return due.filter(({ expiresAt }) => expiresAt > now).length
}

const expire = async (now: Date) => {
  const due = await findExpired(now)
  for (const claim of due) {
    const push = [{ to: 'local', kind: 'claim-return', payload: { claimId: claim._id, prizeId: claim.prizeId } }]
    await unlessOvertaken(
      move(claims, claimMachine, claim, clock('过期收回奖品'), 'expire', claim.version, { at: now, push }),
    )
  }
  return due.length
}

const closeEnded = async (now: Date) => {
  for (const prize of await findEnded(now))
    await unlessOvertaken(move(prizes, prizeMachine, prize, clock('到期下架奖品'), 'close', prize.version, { at: now }))
}

/** What time brings to prizes: reminders, pieces nobody fetched, sheets to remove. @returns how many pieces */
export const tickPrizes = async (now: Date): Promise<number> => {
  const pieces = (await warn(now)) + (await expire(now))
  await closeEnded(now)
  await dropExports(now)
  await trimPrizes(now)
  return pieces
}
