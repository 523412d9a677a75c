import { dateOf } from 'types/calendar'
import { templateId } from 'types/message-templates'
import type { TemplateKey } from 'types/template-keys'
import { platform } from '../../kit/cloud'
import { newRequestId } from '../../kit/request-id'
import { openChannel } from './channel'
import type { MessageDoc, SubscriberDoc } from '../documents'
import { groupBy } from './group-by'
import { claimAs, listInterrupted, listQueued, type Result, type Settlement } from './message-store'
import { findOpen, type OpenPush } from '../push/open-pushes'
import { noticePage } from './notice-page'
import { readFailure } from './send-failure'
import { idNow, isWithdrawn, keepWithdrawn, withdrawn, withdrawnOnTheWay } from '../template/withdrawn'
import { book, openidsOf, settleAll } from './settle'
import { hadOn, listSpent, readStanding, spend } from '../inbox/subscriber-store'

/** Read at once, with the consents of their people. */
const batchSize = 200
/** Claimed at once. With those under way, so many may become `unknown` when an instance dies. */
const claimSize = 40
const atOnce = 20
/** Results gather for as long before they are written down together. */
const gatherMs = 50

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const sendOne = async (message: MessageDoc): Promise<Result> => {
  const { openid, template, fields } = message
  const askedAt = new Date()
  try {
    await platform.openapi.subscribeMessage.send({
      touser: openid,
      templateId: templateId(template, process.env),
      page: noticePage(message),
      data: Object.fromEntries(fields.map(({ key, value }) => [key, { value }])),
      miniprogramState: process.env.MINIPROGRAM_STATE || 'formal',
      lang: 'zh_CN',
    })
    return { message, settlement: { act: 'settle-sent', reason: null } }
  } catch (thrown) {
    return { message, settlement: { ...readFailure(template, thrown), askedAt } }
  }
}

/** One message a person and template at a time: the second needs a credit of its own. */
const distinct = (queued: readonly MessageDoc[]) =>
  groupBy(queued, ({ openid, template }) => `${openid}\n${template}`).flatMap(([first]) => first ?? [])

type Batch = { messages: MessageDoc[]; push: OpenPush | null }

/** The oldest of the system's own words first, then of the oldest push: a big one holds up nobody's result. */
const listNext = async (limit: number): Promise<Batch> => {
  const [own, open] = await Promise.all([listQueued(null, limit), findOpen(new Date())])
  if (own.length > 0) return { messages: own, push: null }
  for (const push of open) {
    const found = await listQueued(push._id, limit)
    if (found.length > 0) return { messages: found, push }
  }
  return { messages: [], push: null }
}

/** Whether anything may be sent now. */
export const isAnythingQueued = async (): Promise<boolean> => (await listNext(1)).messages.length > 0

const noCredit: Settlement = { act: 'settle-no-credit', reason: '对方没有可用的订阅次数' }

const keyOf = ({ openid, template }: MessageDoc) => `${openid}\n${template}`

/** `day`: Shanghai day of a push that counts for the person; `had`: reminders of this run when he was looked at. */
type Ready = MessageDoc & { day: string | null; perPerson: number | null; had: number }

/** What was read and is not claimed yet; the next is read while these are sent. */
type Stock = {
  messages: Ready[]
  done: number
  refill: Promise<boolean> | null
  /** Templates WeChat said it does not know. */
  withdrawn: Set<TemplateKey>
  /** By openid: reminders spent for in this run. */
  reminded: Map<string, number>
}

const remindedOf = (stock: Stock, { openid }: MessageDoc) => stock.reminded.get(openid ?? '') ?? 0

const cappedAt = (perPerson: number): Settlement => ({
  ...{
    act: 'settle-capped',
    reason: perPerson > 0 ? `当天已提醒过 ${perPerson} 次，这条只放在站内` : '推送规则不提醒个人',
  },
})

/** Why a message is not sent to WeChat at all; null where it may be. */
const hindrance = (message: MessageDoc, push: OpenPush | null, known: Map<string, SubscriberDoc>, at: Date) => {
  if (push?.withdrawn === idNow(message.template)) return withdrawn
  const doc = known.get(message.openid ?? '')
  if ((doc?.left[message.template] ?? 0) <= 0) return noCredit
  return push?.perPerson !== null && push && hadOn(doc, at) >= push.perPerson ? cappedAt(push.perPerson) : null
}

/** Reads the next messages; who has no consent left reads his in the app, and that is settled at once. */
const restock = async (stock: Stock): Promise<boolean> => {
  const known = new Set(stock.messages.map(keyOf))
  const { messages, push } = await listNext(batchSize + known.size)
  const batch = distinct(messages.filter((message) => !known.has(keyOf(message))))
  if (batch.length === 0) return false
  const had = new Map(batch.map((message) => [message._id, remindedOf(stock, message)]))
  const people = new Map((await readStanding(openidsOf(batch))).map((doc) => [doc._id, doc]))
  const at = new Date()
  const looked = batch.map((message) => ({ message, settlement: hindrance(message, push, people, at) }))
  const kept = looked.flatMap(({ message, settlement }) => (settlement ? [{ message, settlement }] : []))
  await settleAll(kept)
  const perPerson = push?.perPerson ?? null
  const day = perPerson === null ? null : dateOf(at)
  const able = looked.flatMap(({ message, settlement }) => (settlement ? [] : [message]))
  stock.messages.push(...able.map((message) => ({ ...message, day, perPerson, had: had.get(message._id) ?? 0 })))
  stock.done += kept.length
  return true
}

const restockBeside = (stock: Stock): Promise<boolean> => {
  stock.refill ??= restock(stock).finally(() => {
    stock.refill = null
  })
  return stock.refill
}

/** Takes a consent for each; who spent his last one meanwhile, in another push, has none for this. */
const spendFor = async (claimed: readonly Ready[]): Promise<MessageDoc[]> => {
  const without: MessageDoc[] = []
  for (const sameDay of groupBy(claimed, ({ day }) => day ?? ''))
    await book(sameDay, async (template, openids, claim) => {
      if ((await spend(template, openids, claim, sameDay[0]?.day)) === openids.length) return
      const spent = await listSpent(template, openids, claim)
      without.push(...sameDay.filter((one) => one.template === template && one.openid && !spent.has(one.openid)))
    })
  await settleAll(without.map((message) => ({ message, settlement: noCredit })))
  return claimed.filter((message) => message.openid && !without.includes(message))
}

/** Of pushes that were stopped meanwhile, or whose quiet hours have come, what is not claimed stays in the queue. */
const dropStopped = async (stock: Stock) => {
  if (stock.messages.every(({ pushId }) => pushId === null)) return
  const open = new Set((await findOpen(new Date())).map(({ _id }) => _id))
  stock.messages = stock.messages.filter(({ pushId }) => pushId === null || open.has(pushId))
}

/** The next to be claimed: of the reminders one a person, so that the second is looked at when the first is spent. */
const takeNext = (stock: Stock): Ready[] => {
  const [people, later] = [new Set<string | null>(), [] as Ready[]]
  const next = stock.messages.splice(0, claimSize).filter((message) => {
    const isSecond = message.day !== null && people.has(message.openid)
    if (message.day !== null) people.add(message.openid)
    if (isSecond) later.push(message)
    return !isSecond
  })
  stock.messages.unshift(...later)
  return next
}

/** Who was reminded since he was looked at, by another push, is looked at again. */
const cappedMeanwhile = async (next: readonly Ready[], stock: Stock) => {
  const doubtful = next.filter((message) => message.perPerson !== null && remindedOf(stock, message) !== message.had)
  if (doubtful.length === 0) return []
  const people = new Map((await readStanding(openidsOf(doubtful))).map((doc) => [doc._id, doc]))
  const at = new Date()
  return doubtful.flatMap((message) => {
    const most = message.perPerson ?? 0
    return hadOn(people.get(message.openid ?? ''), at) >= most ? [{ message, settlement: cappedAt(most) }] : []
  })
}

/** Claim and spend before anything is sent: whatever point this dies at, no message is ever sent again. */
const claimNext = async (stock: Stock, leaseUntil: Date): Promise<MessageDoc[]> => {
  await dropStopped(stock)
  const next = takeNext(stock)
  const gone = next.filter(({ template }) => stock.withdrawn.has(template))
  const capped = await cappedMeanwhile(next, stock)
  await settleAll([...gone.map((message) => ({ message, settlement: withdrawn })), ...capped])
  const left = new Set<MessageDoc>([...gone, ...capped.map(({ message }) => message)])
  const wanted = next.filter((message) => !left.has(message))
  const claim = newRequestId()
  const claimed = await claimAs(
    claim,
    wanted.map(({ _id }) => _id),
    leaseUntil,
  )
  stock.done += next.length
  const own = wanted.filter(({ _id }) => claimed.has(_id)).map((message) => ({ ...message, claim }))
  for (const message of own) if (message.day) stock.reminded.set(message.openid ?? '', remindedOf(stock, message) + 1)
  return spendFor(own)
}

/**
 * Sends queued messages: while some are under way the next are claimed and the results of the last are written.
 * @param mayGoOn asked before each claim: whether there is time for more
 * @returns messages settled; 0 when the queue is empty
 */
export const sendSome = async (leaseUntil: Date, mayGoOn: () => boolean): Promise<number> => {
  const stock: Stock = { messages: [], done: 0, refill: null, withdrawn: new Set(), reminded: new Map() }
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
      const result = stock.withdrawn.has(message.template)
        ? { message, settlement: withdrawnOnTheWay }
        : await sendOne(message)
      if (isWithdrawn(result)) stock.withdrawn.add(message.template)
      results.put([result])
    }
  }
  const write = async () => {
    for (let batch = await results.take(batchSize); batch.length > 0; batch = await results.take(batchSize)) {
      await keepWithdrawn(batch)
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
