import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { PushRules } from 'types/notice-rules'
import type { pushEntries } from 'types/notice-pushes'
import type { Context, Handler } from '../../kit/serve'
import { wordsOf } from '../audience/check-audience'
import type { NodeDoc, PushDoc } from '../documents'
import { rulesFor } from '../rules/rules-store'
import { pageRecipients } from '../send/message-store'
import { checkAnyDay, checkWorded, isPersonal, type Worded } from '../template/fill'
import { openGauge } from '../template/longest'
import { listApprovers } from './approvers'
import { asKept, bornPush, checkedSaid, keepPush, printOf } from './born-push'
import { findRoom, holdPlace } from './places'
import { findPush, findTrial, pagePushes } from './push-store'
import { countUpTo, measure } from './size'
import { freshView, withCounts } from './views'

type Entries = typeof pushEntries
type Sent = InputOf<Entries['send']>

// Personal fields are measured for the day it goes, and for any day where it may go later.
const openGauges = (said: Worded) => [openGauge(said), openGauge({ ...said, day: null })] as const

/** What would be sent, to how many, what it needs first, and what WeChat would refuse. */
export const preview: Handler<Entries['preview'], NodeDoc> = async (input, { subject: node, now }) => {
  const [words, rules] = await Promise.all([wordsOf(node, input.audience), rulesFor(node.under)])
  const said = { ...input, union: node.name, day: input.dueAt ? new Date(input.dueAt) : now }
  const [gauge, anyDay] = openGauges(said)
  const size = await measure(input, rules, now, (people) => {
    gauge.add(people)
    anyDay.add(people)
  })
  const isTried = size.recipients <= rules.trialAbove || (await findTrial(node._id, printOf(asKept(said))))
  const approval = size.recipients > rules.approveAbove
  const mayWait = approval || Boolean(input.dueAt)
  return {
    ...{ ...size, words, ...gauge.read() },
    ...(mayWait && { tooLong: anyDay.read().tooLong }),
    needs: { trial: !isTried, approval },
    fields: (mayWait ? checkAnyDay : checkWorded)(said).map(({ key, name, value, problem }) => ({
      key,
      name,
      value,
      problem,
    })),
  }
}

const mostAheadMs = 30 * 86_400_000

const beginsAt = (wanted: string | undefined, now: Date): Date | null => {
  if (!wanted) return null
  const ahead = Date.parse(wanted) - now.getTime()
  if (ahead > 0 && ahead <= mostAheadMs) return new Date(wanted)
  throw new AppError('INVALID_INPUT', { fields: { dueAt: '请选择以后 30 天以内的时间' } })
}

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** @throws AppError NOT_ALLOWED_NOW, with what has to be done first */
const checkRules = async (
  input: Sent,
  rules: PushRules,
  day: string,
  size: number,
  { subject: node, caller: { personId }, now }: Context<NodeDoc>,
) => {
  const isLarge = size > rules.approveAbove
  const places = { nodeId: node._id, day, most: rules.perNode }
  const [room, trial, approvers] = await Promise.all([
    findRoom(input._id, places, now),
    size > rules.trialAbove ? findTrial(node._id, printOf(input)) : null,
    isLarge ? listApprovers(node.under, personId) : [],
  ])
  const full = refuse(`一个单位一天最多推送 ${rules.perNode} 次，那一天已经满了，请换一天发送。`)
  if (!room) throw full
  if (size > rules.trialAbove && !trial)
    throw refuse(`发给超过 ${rules.trialAbove} 人的推送要先试发：请用同样的内容先发给自己看一看。`)
  if (isLarge && approvers.length === 0)
    throw refuse(`发给超过 ${rules.approveAbove} 人的推送要另一位工会干部同意，现在没有别的干部，请先邀请一位。`)
  // Last of all, so that what is refused holds no place.
  if (!(await holdPlace(input._id, places, now, room))) throw full
  return isLarge
}

/** @throws AppError INVALID_INPUT where somebody's name or unit makes a field too long and no rule was chosen */
const checkLengths = async (input: Sent, { name: union }: NodeDoc, rules: PushRules, now: Date, day: Date | null) => {
  if (!isPersonal(input)) return
  const gauge = openGauge({ ...input, union, day })
  await measure(input, rules, now, gauge.add)
  const { tooLong } = gauge.read()
  if (tooLong.length === 0) return
  const sentence = ({ name, people, who }: (typeof tooLong)[number]) => `“${name}”对 ${people} 人太长，例如${who}。`
  const fields = Object.fromEntries(tooLong.map((one) => [`wording.${one.key}`, sentence(one)]))
  throw new AppError('INVALID_INPUT', { fields })
}

type Written = Pick<PushDoc, 'audienceWords' | 'state'> & Partial<PushDoc>

/** What of a new push follows from the rules. */
const weighed = async (input: Sent, context: Context<NodeDoc>): Promise<Written> => {
  const { subject: node, now } = context
  const dueAt = beginsAt(input.dueAt, now)
  const said = checkedSaid(input, node.name, dueAt ?? now, dueAt !== null)
  const [words, rules] = await Promise.all([wordsOf(node, input.audience), rulesFor(node.under)])
  const size = await countUpTo(input, Math.max(rules.trialAbove, rules.approveAbove), now)
  const mayWait = dueAt !== null || size > rules.approveAbove
  checkedSaid(said, node.name, dueAt ?? now, mayWait)
  await checkLengths(input, node, rules, now, mayWait ? null : now)
  const day = dateOf(dueAt ?? now)
  const waits = await checkRules(said, rules, day, size, context)
  const state = waits ? ('waiting' as const) : dueAt ? ('scheduled' as const) : ('preparing' as const)
  return { state, audienceWords: words, day, size }
}

/** Writes the push down: it waits for a second officer, for its time, or is laid out at once. */
export const send: Handler<Entries['send'], NodeDoc> = async (input, context) => {
  const { _id, audience, text = null, ready = null } = input
  const before = await findPush(_id)
  const { state, ...facts } = before
    ? { state: before.state, audienceWords: before.audienceWords }
    : await weighed(input, context)
  const asks = state === 'waiting' ? [{ to: 'local', kind: 'push-asks', payload: { pushId: _id } }] : []
  const askedAt = input.dueAt ? new Date(input.dueAt) : null
  const born = { _id, state, audience, ...facts, dueAt: askedAt, askedAt, text, ready }
  return keepPush(bornPush(asKept(input), born, context, asks), context)
}

export const pushes: Handler<Entries['pushes'], NodeDoc> = async ({ page, size }, { subject: node, caller }) => {
  const { items, more } = await pagePushes(node._id, page, size)
  return { items: await withCounts(items, caller), more }
}

/** Each recipient's result, with a plain reason where WeChat did not take the message. */
export const pushResult: Handler<Entries['pushResult'], PushDoc> = async (
  { page, size, state },
  { subject: push, caller },
) => {
  const [{ items, more }, views] = await Promise.all([
    pageRecipients(push._id, state, page, size),
    withCounts([push], caller),
  ])
  const shown = items.map(({ openid, name, state: result, reason, settledAt }) => ({
    ...{ name: name ?? (openid === null ? '已注销用户' : '未留姓名'), state: result, reason },
    at: settledAt,
  }))
  return { push: views[0] ?? freshView(push, caller), items: shown, more }
}
