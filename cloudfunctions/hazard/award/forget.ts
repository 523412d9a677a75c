import { AppError } from 'types/app-error'
import { record, type Acting } from '../../kit/aggregate'
import { isDuplicate } from '../../kit/platform-error'
import { refilled } from './announce'
import type { AwardDoc, AwardPlace } from './award'
import { awards, forgetObjector, listAwardsOf, withdrawWord } from './award-store'
import { toHazards } from './messages'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '抹去获奖人身份' }

const nameless = (place: AwardPlace): AwardPlace => ({
  ...place,
  ...{ owner: null, person: place.of, masked: null, callable: false, identity: 'anonymous' },
})

const forgetIn = async (doc: AwardDoc, openid: string, now: Date) => {
  const left = doc.left.map((one) => (one.person === openid ? { ...one, person: one.of } : one))
  const his = doc.places.filter(({ owner }) => owner === openid)
  if (doc.state !== 'announced' || his.length === 0) {
    const places = doc.places.map((place) => (place.owner === openid ? nameless(place) : place))
    await record(awards, doc, clock, 'forget', { at: now, set: { left, places }, push: toHazards(doc, his) })
    return
  }
  const rest = doc.places.filter(({ owner }) => owner !== openid)
  const { set, push, added } = await refilled(doc, rest, left, now)
  const data = { seats: his.map(({ seat }) => seat).join('、'), added: added.length }
  await record(awards, doc, clock, 'forget', { at: now, data, set, push: [...toHazards(doc, his), ...push] })
}

/**
 * Takes who erased himself out of every list: the next one moves up while a list is shown; of a settled one his place
 * stays, without him.
 * @returns false where somebody moved a list meanwhile: it is tried again
 */
export const forgetInAwards = async (openid: string, now: Date): Promise<boolean> => {
  await forgetObjector(openid)
  await withdrawWord(openid)
  for (const doc of await listAwardsOf(openid)) {
    try {
      await forgetIn(doc, openid, now)
    } catch (thrown) {
      if (isDuplicate(thrown) || (thrown instanceof AppError && thrown.code === 'CONFLICT')) return false
      throw thrown
    }
  }
  return true
}
