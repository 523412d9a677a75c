import { templateId } from 'types/message-templates'
import { platform } from '../../kit/cloud'
import { newRequestId } from '../../kit/request-id'
import { openChannel } from './channel'
import type { MessageDoc } from '../documents'
import { groupBy } from './group-by'
import { claimAs, listInterrupted, listQueued, type Result, type Settlement } from './message-store'
import { findOpen } from '../push/push-store'
import { readFailure } from './send-failure'
import { book, openidsOf, settleAll } from './settle'
import { listSpent, readLeft, spend } from '../inbox/subscriber-store'

/** Read at once, with the consents of their people. */
const batchSize = 200
/** Claimed at once. With those under way, so many may become `unknown` when an instance dies. */
const claimSize = 40
const atOnce = 20
/** Results gather for as long before they are written down together. */
const gatherMs = 50

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

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

/** One message a person and template at a time: the second needs a credit of its own. */
const distinct = (queued: readonly MessageDoc[]) =>
  groupBy(queued, ({ openid, template }) => `${openid}\n${template}`).flatMap(([first]) => first ?? [])

/** The oldest of the system's own words first, then of the oldest push: a big one holds up nobody's result. */
const listNext = async (limit: number): Promise<MessageDoc[]> => {
  const [own, open] = await Promise.all([listQueued(null, limit), findOpen(new Date())])
  if (own.length > 0) return own
  for (const { _id } of open) {
    const found = await listQueued(_id, limit)
    if (found.length > 0) return found
  }
  return []
}

/** Whether anything may be sent now. */
export const isAnythingQueued = async (): Promise<boolean> => (await listNext(1)).length > 0

const noCredit: Settlement = { act: 'settle-no-credit', reason: '对方没有可用的订阅次数' }

const keyOf = ({ openid, template }: MessageDoc) => `${openid}\n${template}`

/** What was read and is not claimed yet; the next is read while these are sent. */
type Stock = { messages: MessageDoc[]; done: number; refill: Promise<boolean> | null }

/** Reads the next messages; who has no consent left reads his in the app, and that is settled at once. */
const restock = async (stock: Stock): Promise<boolean> => {
  const known = new Set(stock.messages.map(keyOf))
  const batch = distinct((await listNext(batchSize + known.size)).filter((message) => !known.has(keyOf(message))))
  if (batch.length === 0) return false
  const left = await readLeft(openidsOf(batch))
  const hasCredit = ({ openid, template }: MessageDoc) => ((openid && left.get(openid)?.[template]) || 0) > 0
  const without = batch.filter((message) => !hasCredit(message))
  await settleAll(without.map((message) => ({ message, settlement: noCredit })))
  stock.messages.push(...batch.filter(hasCredit))
  stock.done += without.length
  return true
}

const restockBeside = (stock: Stock): Promise<boolean> => {
  stock.refill ??= restock(stock).finally(() => {
    stock.refill = null
  })
  return stock.refill
}

/** Takes a consent for each; who spent his last one meanwhile, in another push, has none for this. */
const spendFor = async (claimed: readonly MessageDoc[]): Promise<MessageDoc[]> => {
  const without: MessageDoc[] = []
  await book(claimed, async (template, openids, claim) => {
    if ((await spend(template, openids, claim)) === openids.length) return
    const spent = await listSpent(template, openids, claim)
    without.push(...claimed.filter((one) => one.template === template && one.openid && !spent.has(one.openid)))
  })
  await settleAll(without.map((message) => ({ message, settlement: noCredit })))
  return claimed.filter((message) => message.openid && !without.includes(message))
}

/** Claim and spend before anything is sent: whatever point this dies at, no message is ever sent again. */
const claimNext = async (stock: Stock, leaseUntil: Date): Promise<MessageDoc[]> => {
  const wanted = stock.messages.splice(0, claimSize)
  const claim = newRequestId()
  const claimed = await claimAs(
    claim,
    wanted.map(({ _id }) => _id),
    leaseUntil,
  )
  stock.done += wanted.length
  return spendFor(wanted.filter(({ _id }) => claimed.has(_id)).map((message) => ({ ...message, claim })))
}

/**
 * Sends queued messages: while some are under way the next are claimed and the results of the last are written.
 * @param mayGoOn asked before each claim: whether there is time for more
 * @returns messages settled; 0 when the queue is empty
 */
export const sendSome = async (leaseUntil: Date, mayGoOn: () => boolean): Promise<number> => {
  const stock: Stock = { messages: [], done: 0, refill: null }
  const [line, results] = [openChannel<MessageDoc>(), openChannel<Result>()]
  let isBroken = false
  const feed = async () => {
    while (mayGoOn() && !isBroken) {
      if (stock.messages.length === 0 && !(await restockBeside(stock))) return
      if (stock.messages.length > 0) line.put(await claimNext(stock, leaseUntil))
      if (stock.messages.length <= claimSize) void restockBeside(stock).catch(() => undefined)
      await line.runLow(claimSize / 2)
    }
  }
  const carry = async () => {
    for (;;) {
      const [message] = await line.take(1)
      if (!message) return
      results.put([await sendOne(message)])
    }
  }
  const write = async () => {
    for (let batch = await results.take(batchSize); batch.length > 0; batch = await results.take(batchSize)) {
      await settleAll(batch)
      await pause(gatherMs)
    }
  }
  const sending = Promise.all(Array.from({ length: atOnce }, carry)).finally(results.close)
  const writing = write().finally(() => {
    isBroken = true
  })
  const ends = await Promise.allSettled([feed().finally(line.close), sending, writing])
  await Promise.allSettled([stock.refill])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return stock.done
}

/** Messages a dead sender left under way: nobody knows whether they arrived, so they are not sent again. */
export const loseInterrupted = async (now: Date): Promise<number> => {
  const lost = await listInterrupted(now)
  const settlement: Settlement = { act: 'lose', reason: '发送时中断，结果不明' }
  await settleAll(lost.map((message) => ({ message, settlement })))
  return lost.length
}
