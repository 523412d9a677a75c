import type { hazardContract } from 'types/hazard-contract'
import { AppError } from 'types/app-error'
import type { Delivery } from 'types/platform-entries'
import { record, type Acting } from '../kit/aggregate'
import type { Handler } from '../kit/serve'
import { forgetAnswerer, forgetFixer, hazards, listOfOwner, withdraw } from './hazard-store'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '抹去上报人身份' }

/**
 * Forgets a person in all he reported, fixed and answered; the hazards stay. Messages to him that still wait are withdrawn.
 * @returns false where somebody moved one of them meanwhile: it is tried again
 */
const forget = async (openid: string, now: Date): Promise<boolean> => {
  await forgetFixer(openid)
  await forgetAnswerer(openid)
  for (const doc of await listOfOwner(openid)) {
    try {
      await withdraw(doc._id, openid)
      await record(hazards, doc, clock, 'forget', { at: now, set: { owner: null, identity: 'anonymous' } })
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
