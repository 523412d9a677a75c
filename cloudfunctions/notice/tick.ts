import { takeLease, releaseLease, type Lease } from '../kit/lease'
import { nudge } from '../kit/nudge'
import { followTree } from '../kit/following'
import { drain, type LocalWork } from '../kit/outbox'
import { newRequestId } from '../kit/request-id'
import { ticking } from '../kit/tick'
import { beginDue } from './push/begin'
import { finishPushes, prepareSome } from './push/fan-out'
import { dropCallSheets } from './push/call-sheet'
import { haltOrphans, requeueSome, sweepCancelled } from './push/clock'
import { countAtWork } from './push/open-pushes'
import { tellOfPushes } from './push/tell'
import { following } from './following'
import { subscribers } from './inbox/subscriber-store'
import { listInterrupted, listQueued, messages } from './send/message-store'
import { findDue, findToSweep, isAnyPreparing, pushes } from './push/push-store'
import { texts } from './template/text-store'
import { giveConsentsBack } from './send/settle'
import { switchStore } from './trigger/switch-store'
import { withheld } from './trigger/withheld-store'
import { isAnythingQueued, loseInterrupted, sendSome } from './send/sender'

/** A call may last 20 s and a lease 30 s: no new chunk after ten, so that a slow one still ends in time. */
const workMs = 10_000
/** An instance nudges at most once a second; what it held back by then is picked up before the sender leaves. */
const lingerMs = 1_100
const countMs = 500

const stores = [pushes, messages, texts, subscribers, switchStore, withheld]

const carryOut: LocalWork = async (items) => {
  await giveConsentsBack(items)
  await tellOfPushes(items)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Also what a sender that died left behind, and what waited for a day or for the morning. */
const countToSend = async (now: Date): Promise<number> => {
  const looks = [findDue(now), listQueued(null, 1), listInterrupted(now), findToSweep()]
  return (await countAtWork(now)) + (await Promise.all<readonly unknown[]>(looks)).flat().length
}

const isWaiting = async () => (await isAnyPreparing()) || (await isAnythingQueued())

type MayGoOn = () => boolean

const prepareAll = async (mayGoOn: MayGoOn): Promise<number> => {
  let total = 0
  while (mayGoOn()) {
    const prepared = await prepareSome(new Date())
    if (prepared === 0) break
    total += prepared
  }
  return total
}

/** Counts what was sent while more is being sent, so that the end is not a long count. */
const whileCounting = async <T>(work: Promise<T>): Promise<T> => {
  let isOver = false
  const ended = work.finally(() => {
    isOver = true
  })
  const count = async () => {
    while (!isOver) {
      await Promise.race([pause(countMs), ended])
      await drain('notice', stores, new Date(), carryOut)
    }
  }
  const [done] = await Promise.all([ended, count()])
  return done
}

/** While the next messages are laid out, those that stand are sent. */
const emptyQueue = async (leaseUntil: Date, mayGoOn: MayGoOn): Promise<number> => {
  let total = 0
  while (mayGoOn()) {
    const first = (await prepareSome(new Date())) + (await requeueSome(new Date())) + (await sweepCancelled(new Date()))
    const more = await Promise.all([first > 0 ? prepareAll(mayGoOn) : 0, sendSome(leaseUntil, mayGoOn)])
    const done = first + more[0] + more[1]
    if (done === 0) break
    total += done
  }
  return total
}

const work = async (leaseUntil: Date, startedAt: number): Promise<number> => {
  const mayGoOn = () => Date.now() - startedAt < workMs
  const lost = await loseInterrupted(new Date())
  await beginDue(new Date())
  await haltOrphans(new Date())
  const first = await whileCounting(emptyQueue(leaseUntil, mayGoOn))
  if (first === 0) return lost
  await pause(Math.max(0, startedAt + lingerMs - Date.now()))
  return lost + first + (await emptyQueue(leaseUntil, mayGoOn))
}

// What cannot be done this time must not keep the next run waiting for a lease nobody works under.
const runWith = async (lease: Lease, now: Date): Promise<number> => {
  try {
    const ran = await work(lease.until, now.getTime())
    await finishPushes(new Date())
    return ran
  } finally {
    await releaseLease(lease)
  }
}

/** The sender: one at a time, resumable after a crash at any point, at most one send per message. */
const send = async (now: Date): Promise<number> => {
  const lease = await takeLease('notice.send', newRequestId(), now)
  if (!lease) return 0
  const ran = await runWith(lease, now)
  // What arrived between the last look and the release found the lease taken.
  if (await isWaiting()) nudge('notice')
  return ran
}

/** Drops sheets with numbers though somebody is sending; sends, and empties the outboxes. */
export const tick = ticking('notice', {
  looks: [countToSend],
  slow: [dropCallSheets],
  soon: [() => followTree('notice', following), send, () => drain('notice', stores, new Date(), carryOut)],
})
