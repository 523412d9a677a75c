import type { hazardContract } from 'types/hazard-contract'
import { AppError } from 'types/app-error'
import type { Delivery } from 'types/platform-entries'
import { record, type Acting } from '../kit/aggregate'
import { command } from '../kit/cloud'
import type { Handler } from '../kit/serve'
import { forgetJoiner, forgetJoins } from './join/join-store'
import { forgetAnswerer, forgetFixer, hazards, listOfFollower, withdraw } from './hazard-store'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '抹去上报人身份' }

const forgotten = (openid: string) => ({ owner: null, identity: 'anonymous', followers: command.pull(openid) })

/**
 * Forgets a person in all he reported, fixed and answered; the hazards stay. Messages to him that still wait are withdrawn.
 * @returns false where somebody moved one of them meanwhile: it is tried again
 */
const forget = async (openid: string, now: Date): Promise<boolean> => {
  await forgetFixer(openid)
  await forgetAnswerer(openid)
  await forgetJoins(openid)
  for (const doc of await listOfFollower(openid)) {
    const joined = doc.joiners.findIndex(({ owner }) => owner === openid)
    if (joined >= 0) await forgetJoiner(doc._id, joined, doc.joiners[joined]?._id ?? '', openid)
    if (doc.owner !== openid) {
      await withdraw(doc._id, openid)
      continue
    }
    try {
      await withdraw(doc._id, openid)
      await record(hazards, doc, clock, 'forget', { at: now, set: forgotten(openid) })
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'CONFLICT') return false
      throw thrown
    }
  }
  return true
}

const carryOut = async ({ kind, payload }: Delivery, now: Date): Promise<boolean> =>
  kind === 'erase' && typeof payload.openid === 'string' ? forget(payload.openid, now) : false

/** Takes what other functions hand over: `erase {openid}`. What it does not know it leaves with the sender. */
export const deliver: Handler<(typeof hazardContract)['deliver']> = async ({ items }, { now }) => {
  const accepted: string[] = []
  for (const item of items) if (await carryOut(item, now)) accepted.push(item.id)
  return { accepted }
}
