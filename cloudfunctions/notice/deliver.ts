import { deriveId } from 'types/ids'
import { MessagePage, TemplateKey, type noticeContract } from 'types/notice'
import * as z from 'types/zod'
import { nudge } from '../kit/nudge'
import type { Handler } from '../kit/serve'
import { fitData, layMessage } from './send/compose'
import { createMessage, forgetPerson } from './send/message-store'
import { removeSubscriber } from './inbox/subscriber-store'

const Openid = z.string().min(1).max(64)
const MessageDelivery = z.object({
  openid: Openid,
  template: TemplateKey,
  data: z.record(z.string(), z.string()),
  page: MessagePage.nullable().catch(null),
})
const ErasureDelivery = z.object({ openid: Openid })

const layDelivered = async (from: string, id: string, payload: unknown, now: Date): Promise<boolean> => {
  const parsed = MessageDelivery.safeParse(payload)
  if (!parsed.success) return false
  const { openid, template, data, page } = parsed.data
  const draft = { openid, name: null, pushId: null, template, page, fields: fitData(template, data), at: now }
  await createMessage(layMessage({ _id: deriveId('delivery', from, id), ...draft }))
  return true
}

const erase = async (payload: unknown, now: Date): Promise<boolean> => {
  const parsed = ErasureDelivery.safeParse(payload)
  if (!parsed.success) return false
  await removeSubscriber(parsed.data.openid)
  await forgetPerson(parsed.data.openid, now)
  return true
}

/** Takes `message` and `erase`; each carried out twice changes nothing. Anything else stays with its sender. */
export const deliver: Handler<typeof noticeContract.deliver> = async ({ from, items }, { now }) => {
  const carryOut = async ({ id, kind, payload }: (typeof items)[number]) => {
    if (kind === 'message') return layDelivered(from, id, payload, now)
    return kind === 'erase' ? erase(payload, now) : false
  }
  const results = await Promise.all(items.map(carryOut))
  if (items.some(({ kind }) => kind === 'message')) nudge('notice')
  return { accepted: items.filter((_item, index) => results[index]).map(({ id }) => id) }
}
