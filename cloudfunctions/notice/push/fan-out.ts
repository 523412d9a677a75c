import { deriveId } from 'types/ids'
import { pushMachine } from 'types/notice-push'
import { move, type Acting } from '../../kit/aggregate'
import type { Recipient } from '../audience/audience-store'
import { countLeftOut, listRecipients, toldLeftOut } from '../audience/recipients'
import { layMessage } from '../send/compose'
import { failedAtOnce, fieldsFor, wordedOf } from '../template/fill'
import type { PushDoc } from '../documents'
import { countMessages, createMessages, isUnfinished } from '../send/message-store'
import { advanceCursor, findPush, findSending, listUnderWay, pushes } from './push-store'
import { unlessActed } from './unless-acted'

const batchSize = 200

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const messageTo = (push: PushDoc, recipient: Recipient, now: Date) => {
  const { _id: pushId, template, page } = push
  const { openid, name } = recipient
  const filled = fieldsFor(wordedOf(push), recipient)
  const fields = filled.map(({ key, name: label, value }) => ({ key, name: label, value }))
  const message = layMessage({
    ...{ _id: deriveId('push', pushId, openid), openid, name, pushId, template, page, fields, at: now },
  })
  // He came, or changed his unit, after everybody was looked at.
  const wrong = filled.find(({ problem }) => problem !== null)
  return wrong ? failedAtOnce(message, `“${wrong.name}”放不下他的姓名或单位`) : message
}

const startSending = async (push: PushDoc, now: Date) => {
  const [total, leftOut] = await Promise.all([
    countMessages(push._id),
    push.laid ? (push.leftOut ?? 0) : countLeftOut(push, now),
  ])
  const data = { total, leftOut: toldLeftOut(push.audience, leftOut) }
  const step = { at: now, set: { total, leftOut, laid: true }, data }
  await unlessActed(move(pushes, pushMachine, push, clock('备齐推送名单'), 'start', push.version, step))
}

/**
 * Lays out the next messages of the push whose turn it is. The ids follow from push and person and the cursor moves after the
 * messages stand, so a crash in between repeats nothing.
 * @returns messages laid out, or 1 for a list that is complete
 */
export const prepareSome = async (now: Date): Promise<number> => {
  const turn = (await listUnderWay()).find(({ state }) => state === 'preparing')
  const push = turn && (await findPush(turn._id))
  if (push?.state !== 'preparing') return 0
  if (push.laid) {
    await startSending(push, now)
    return 1
  }
  const { recipients, next } = await listRecipients(push, push.cursor, batchSize, now)
  await createMessages(recipients.map((recipient) => messageTo(push, recipient, now)))
  if (next !== null) await advanceCursor(push, next)
  else await startSending(push, now)
  return Math.max(1, recipients.length)
}

/** Ends pushes whose every message has its result. */
export const finishPushes = async (now: Date) => {
  for (const push of await findSending()) {
    if (typeof push.retryAfter === 'string' || (await isUnfinished(push._id))) continue
    await unlessActed(move(pushes, pushMachine, push, clock('推送完毕'), 'finish', push.version, { at: now }))
  }
}
