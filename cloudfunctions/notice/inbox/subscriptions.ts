import { messageTemplates, templateId } from 'types/message-templates'
import { TemplateKey, type noticeContract } from 'types/notice'
import { nudge } from '../../kit/nudge'
import type { Handler } from '../../kit/serve'
import type { SubscriberDoc } from '../documents'
import { bookAnswer, findSubscriber } from './subscriber-store'

const leftOf = (left: SubscriberDoc['left'] | undefined, key: TemplateKey) => Math.max(0, left?.[key] ?? 0)

/** What the phone may ask consent for, and how many messages are left: asked before the tap, so that the tap can be synchronous. */
export const subscriptions: Handler<typeof noticeContract.subscriptions> = async (_input, { caller }) => {
  const subscriber = await findSubscriber(caller.openid)
  const templates = Object.values(messageTemplates).map(({ key, title }) => ({
    ...{ key, title, id: templateId(key, process.env) },
    left: leftOf(subscriber?.left, key),
  }))
  return { templates }
}

/** Books the answers to WeChat's panel. */
export const consent: Handler<typeof noticeContract.consent> = async (
  { _id, results, place, source },
  { caller, now },
) => {
  const answer = { id: _id, at: now, results, ...(place && { place }), ...(source && { source }) }
  const left = await bookAnswer(caller.openid, answer)
  nudge('notice')
  const all = { 'hazard-progress': 0, 'review-result': 0, activity: 0, 'work-to-do': 0 }
  for (const key of TemplateKey.options) all[key] = leftOf(left, key)
  return { left: all }
}
