import type { hazardContract } from 'types/hazard-contract'
import { AppError } from 'types/app-error'
import type { Delivery } from 'types/platform-entries'
import { record, type Acting } from '../kit/aggregate'
import { command } from '../kit/cloud'
import type { Handler } from '../kit/serve'
import { forgetInAwards } from './award/forget'
import { takeLeave } from './handover/take-leave'
import { forgetJoiner, forgetJoins, forgottenAs } from './join/join-store'
import { forgetViews } from './ledger/saved-view-store'
import type { HazardDoc } from './hazard'
import { forgetAnswerer, forgetFixer, hazards, listOfFollower, tellFixerGone, withdraw } from './hazard-store'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '抹去上报人身份' }

const forgotten = ({ identity }: HazardDoc, openid: string) => ({
  ...{ owner: null, identity: forgottenAs(identity), followers: command.pull(openid) },
})

/**
 * Forgets a person in all he reported, fixed and answered; the hazards stay. Messages to him that still wait are withdrawn.
 * @returns false where somebody moved one of them meanwhile: it is tried again
 */
const forget = async (openid: string, now: Date): Promise<boolean> => {
  await tellFixerGone(openid, null, now)
  await forgetFixer(openid)
  await forgetAnswerer(openid)
  await forgetJoins(openid)
  await forgetViews(openid)
  for (const doc of await listOfFollower(openid)) {
    const joined = doc.joiners.findIndex(({ owner }) => owner === openid)
    const joiner = doc.joiners[joined]
    if (joiner) await forgetJoiner(doc._id, joined, joiner, openid)
    if (doc.owner !== openid) {
      await withdraw(doc._id, openid)
      continue
    }
    try {
      await withdraw(doc._id, openid)
      await record(hazards, doc, clock, 'forget', { at: now, set: forgotten(doc, openid) })
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'CONFLICT') return false
      throw thrown
    }
  }
  // Last: who comes in for him must be found without him.
  return forgetInAwards(openid, now)
}

const carryOut = async ({ kind, payload }: Delivery, now: Date): Promise<boolean> => {
  if (kind === 'erase' && typeof payload.openid === 'string') return forget(payload.openid, now)
  return kind === 'left' ? takeLeave(payload, now) : false
}

/** Takes what other functions hand over: `erase {openid}`, `left` an office. What it does not know it leaves with the sender. */
export const deliver: Handler<(typeof hazardContract)['deliver']> = async ({ items }, { now }) => {
  const accepted: string[] = []
  for (const item of items) if (await carryOut(item, now)) accepted.push(item.id)
  return { accepted }
}
