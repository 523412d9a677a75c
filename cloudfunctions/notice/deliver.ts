import { deriveId, Id } from 'types/ids'
import { MessagePage, TemplateKey } from 'types/template-keys'
import type { noticeContract } from 'types/notice'
import * as z from 'types/zod'
import { nudge } from '../kit/nudge'
import type { Handler } from '../kit/serve'
import { fitData, layMessage } from './send/compose'
import { createMessage, forgetPerson } from './send/message-store'
import { removeSubscriber } from './inbox/subscriber-store'
import { heedSwitches } from './trigger/heed-switches'
import { withhold } from './trigger/withheld-store'

const Openid = z.string().min(1).max(64)
const MessageDelivery = z.object({
  openid: Openid,
  template: TemplateKey,
  data: z.record(z.string(), z.string()),
  page: MessagePage.nullable().catch(null),
  trigger: z.string().nullish(),
  line: z.array(Id).max(20).nullish().catch(null),
})
type MessageDelivery = z.output<typeof MessageDelivery>
const ErasureDelivery = z.object({ openid: Openid })

const lay = async (_id: string, said: MessageDelivery, now: Date): Promise<boolean> => {
  const { openid, template, data, page } = said
  const draft = { openid, name: null, pushId: null, template, page, fields: fitData(template, data), at: now }
  await createMessage(layMessage({ _id, ...draft }))
  return true
}

const erase = async (payload: unknown, now: Date): Promise<boolean> => {
  const parsed = ErasureDelivery.safeParse(payload)
  if (!parsed.success) return false
  await removeSubscriber(parsed.data.openid)
  await forgetPerson(parsed.data.openid, now)
  return true
}

/**
 * Takes `message` and `erase`; each carried out twice changes nothing. A message whose trigger is switched off is counted
 * and not laid. Anything else stays with its sender.
 */
export const deliver: Handler<typeof noticeContract.deliver> = async ({ from, items }, { now }) => {
  const messages = new Map(
    items.flatMap(({ id, kind, payload }) => {
      const { data } = kind === 'message' ? MessageDelivery.safeParse(payload) : {}
      return data ? [[id, data] as const] : []
    }),
  )
  const offOf = await heedSwitches([...messages.values()])
  const carryOut = async ({ id, kind, payload }: (typeof items)[number]) => {
    if (kind === 'erase') return erase(payload, now)
    const said = messages.get(id)
    if (!said) return false
    const _id = deriveId('delivery', from, id)
    const off = offOf(said)
    if (!off) return lay(_id, said, now)
    await withhold(_id, off.trigger, off.line, now)
    return true
  }
  const results = await Promise.all(items.map(carryOut))
  if (items.some(({ kind }) => kind === 'message')) nudge('notice')
  return { accepted: items.filter((_item, index) => results[index]).map(({ id }) => id) }
}
