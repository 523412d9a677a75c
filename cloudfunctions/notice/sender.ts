import { templateId } from 'types/message-templates'
import type { TemplateKey } from 'types/notice'
import { platform } from '../kit/cloud'
import type { MessageDoc } from './documents'
import { claim, listInterrupted, listQueued, settle, type Settlement } from './message-store'
import { readFailure } from './send-failure'
import { giveBack, readLeft, setToNone, spend } from './subscriber-store'

const batchSize = 100
/** Under way at once: so many may become `unknown` when an instance dies. */
const atOnce = 10

type Result = { message: MessageDoc; settlement: Settlement }

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

const sendOne = async (message: MessageDoc): Promise<Result> => {
  const { openid, template, fields, page } = message
  try {
    await platform.openapi.subscribeMessage.send({
      touser: openid,
      templateId: templateId(template, process.env),
      ...(page === null ? {} : { page }),
      data: Object.fromEntries(fields.map(({ key, value }) => [key, { value }])),
      miniprogramState: process.env.MINIPROGRAM_STATE || 'formal',
      lang: 'zh_CN',
    })
    return { message, settlement: { act: 'settle-sent', reason: null } }
  } catch (thrown) {
    return { message, settlement: readFailure(template, thrown) }
  }
}

const openidsOf = (messages: readonly MessageDoc[]) => messages.flatMap(({ openid }) => openid ?? [])

const byTemplate = async (
  messages: readonly MessageDoc[],
  book: (template: TemplateKey, openids: readonly string[]) => Promise<number>,
) => {
  for (const group of groupBy(messages, ({ template }) => template))
    if (group[0]) await book(group[0].template, openidsOf(group))
}

const settleAll = async (results: readonly Result[]) => {
  const now = new Date()
  const keyOf = ({ message, settlement }: Result) => [message.pushId, settlement.act, settlement.reason].join('\n')
  for (const group of groupBy(results, keyOf)) {
    const [first] = group
    const ids = group.map(({ message }) => message._id)
    if (first) await settle(ids, first.message.pushId, first.settlement, now)
  }
  const whose = (act: Settlement['act']) =>
    results.filter(({ settlement }) => settlement.act === act).map(({ message }) => message)
  await byTemplate(whose('settle-refused'), setToNone)
  await byTemplate(whose('settle-failed'), giveBack)
}

/** Claim, spend, send, settle. Whatever point this dies at, no message of the chunk is ever sent again. */
const sendChunk = async (messages: readonly MessageDoc[], leaseUntil: Date) => {
  const claimed = await claim(
    messages.map(({ _id }) => _id),
    leaseUntil,
  )
  const own = messages.filter(({ _id }) => claimed.has(_id))
  await byTemplate(own, spend)
  await settleAll(await Promise.all(own.map(sendOne)))
}

/** One message a person and template at a time: the second needs a credit of its own. */
const distinct = (queued: readonly MessageDoc[]) =>
  groupBy(queued, ({ openid, template }) => `${openid}\n${template}`).flatMap(([first]) => first ?? [])

const noCredit: Settlement = { act: 'settle-no-credit', reason: '对方没有可用的订阅次数' }

/**
 * Sends the oldest queued messages.
 * @param mayGoOn asked before each chunk: whether there is time for another
 * @returns messages settled or under way; 0 when the queue is empty
 */
export const sendSome = async (leaseUntil: Date, mayGoOn: () => boolean): Promise<number> => {
  const batch = distinct(await listQueued(batchSize))
  if (batch.length === 0) return 0
  const left = await readLeft(openidsOf(batch))
  const hasCredit = ({ openid, template }: MessageDoc) => ((openid && left.get(openid)?.[template]) || 0) > 0
  const without = batch.filter((message) => !hasCredit(message))
  await settleAll(without.map((message) => ({ message, settlement: noCredit })))
  const ready = batch.filter(hasCredit)
  let done = without.length
  for (let start = 0; start < ready.length && mayGoOn(); start += atOnce) {
    const chunk = ready.slice(start, start + atOnce)
    await sendChunk(chunk, leaseUntil)
    done += chunk.length
  }
  return done
}

/** Messages a dead sender left under way: nobody knows whether they arrived, so they are not sent again. */
export const loseInterrupted = async (now: Date): Promise<number> => {
  const lost = await listInterrupted(now)
  const settlement: Settlement = { act: 'lose', reason: '发送时中断，结果不明' }
  await settleAll(lost.map((message) => ({ message, settlement })))
  return lost.length
}
