import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { PushRules } from 'types/notice-rules'
import type { pushEntries } from 'types/notice-pushes'
import type { Handler } from '../../kit/serve'
import { wordsOf } from '../audience/check-audience'
import type { NodeDoc, PushDoc } from '../documents'
import { rulesFor } from '../rules/rules-store'
import { pageRecipients } from '../send/message-store'
import { checkWorded, isPersonal } from '../template/fill'
import { openGauge } from '../template/longest'
import { listApprovers } from './approvers'
import { bornPush, checkedSaid, keepPush, printOf, trimmed } from './born-push'
import { countOn, findPush, findTrial, pagePushes } from './push-store'
import { countUpTo, measure } from './size'
import { freshView, withCounts } from './views'

type Entries = typeof pushEntries
type Sent = InputOf<Entries['send']>

/** What would be sent, to how many, what it needs first, and what WeChat would refuse. */
export const preview: Handler<Entries['preview'], NodeDoc> = async (input, { subject: node, now }) => {
  const [words, rules] = await Promise.all([wordsOf(node, input.audience), rulesFor(node.under)])
  const said = { ...input, union: node.name, day: input.dueAt ? new Date(input.dueAt) : now }
  const gauge = openGauge(said)
  const size = await measure(input, rules, now, gauge.add)
  const isTried = size.recipients <= rules.trialAbove || (await findTrial(node._id, printOf(trimmed(said))))
  return {
    ...{ ...size, words, ...gauge.read() },
    needs: { trial: !isTried, approval: size.recipients > rules.approveAbove },
    fields: checkWorded(said).map(({ key, name, value, problem }) => ({ key, name, value, problem })),
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
  personId: string,
  node: NodeDoc,
) => {
  const isLarge = size > rules.approveAbove
  const [sentThatDay, trial, approvers] = await Promise.all([
    countOn(node._id, day, rules.perNode),
    size > rules.trialAbove ? findTrial(node._id, printOf(input)) : null,
    isLarge ? listApprovers(node.under, personId) : [],
  ])
  if (sentThatDay >= rules.perNode)
    throw refuse(`一个单位一天最多推送 ${rules.perNode} 次，那一天已经满了，请换一天发送。`)
  if (size > rules.trialAbove && !trial)
    throw refuse(`发给超过 ${rules.trialAbove} 人的推送要先试发：请用同样的内容先发给自己看一看。`)
  if (isLarge && approvers.length === 0)
    throw refuse(`发给超过 ${rules.approveAbove} 人的推送要另一位工会干部同意，现在没有别的干部，请先邀请一位。`)
  return isLarge
}

/** @throws AppError INVALID_INPUT where somebody's name or unit makes a field too long and no rule was chosen */
const checkLengths = async (input: Sent, { name: union }: NodeDoc, rules: PushRules, now: Date, day: Date) => {
  if (!isPersonal(input)) return
  const gauge = openGauge({ ...input, union, day })
  await measure(input, rules, now, gauge.add)
  const { tooLong } = gauge.read()
  if (tooLong.length === 0) return
  const sentence = ({ name, people, who }: (typeof tooLong)[number]) => `“${name}”对 ${people} 人太长，例如${who}。`
  const fields = Object.fromEntries(tooLong.map((one) => [`wording.${one.key}`, sentence(one)]))
  throw new AppError('INVALID_INPUT', { fields })
}

/** Writes the push down: it waits for a second officer, for its time, or is laid out at once. */
export const send: Handler<Entries['send'], NodeDoc> = async (input, context) => {
  const { subject: node, caller, now } = context
  const before = await findPush(input._id)
  const dueAt = before ? (before.dueAt ?? null) : beginsAt(input.dueAt, now)
  const said = checkedSaid(input, node.name, dueAt ?? now)
  const [words, rules] = await Promise.all([wordsOf(node, input.audience), rulesFor(node.under)])
  const most = Math.max(rules.trialAbove, rules.approveAbove)
  const size = before ? (before.size ?? 0) : await countUpTo(input, most, now)
  if (!before) await checkLengths(input, node, rules, now, dueAt ?? now)
  const day = dateOf(dueAt ?? now)
  const waits = before ? before.state === 'waiting' : await checkRules(said, rules, day, size, caller.personId, node)
  const { _id, audience } = input
  const origin = { text: input.text ?? null, ready: input.ready ?? null }
  const state = waits ? ('waiting' as const) : dueAt ? ('scheduled' as const) : ('preparing' as const)
  const asks = waits ? [{ to: 'local', kind: 'push-asks', payload: { pushId: _id } }] : []
  const wanted = input.dueAt ? new Date(input.dueAt) : null
  return keepPush(
    bornPush(said, { _id, state, audience, audienceWords: words, dueAt: wanted, day, size, ...origin }, context, asks),
    context,
  )
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
