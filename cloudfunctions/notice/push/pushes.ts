import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { messageTemplates } from 'types/message-templates'
import { audienceLabels, MessageState, type noticeContract } from 'types/notice'
import { born } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { listRecipients } from '../audience/audience-store'
import { checkData } from '../send/compose'
import type { NodeDoc, PushDoc } from '../documents'
import { pageRecipients } from '../send/message-store'
import { findNode } from '../node-store'
import { createPush, findPush, pagePushes } from './push-store'
import { readLeft } from '../inbox/subscriber-store'

type Wanted = InputOf<typeof noticeContract.preview>

/** The audience's node, which must lie where the officer may act. */
const audienceNode = async (node: NodeDoc, { audience }: Wanted): Promise<NodeDoc> => {
  const named = audience.nodeId === node._id ? node : await findNode(audience.nodeId)
  if (named?.under.includes(node._id)) return named
  throw new AppError('INVALID_INPUT', { fields: { 'audience.nodeId': '没有在您的范围内找到这个单位' } })
}

const step = 1000

/** Reads the audience by thousands; two trips each. */
const countAudience = async ({ audience, template }: Wanted) => {
  let [recipients, reachable, after] = [0, 0, '']
  for (;;) {
    const found = await listRecipients(audience, after, step)
    const left = found.length > 0 ? await readLeft(found.map(({ openid }) => openid)) : new Map()
    recipients += found.length
    reachable += [...left.values()].filter((each) => (each[template] ?? 0) > 0).length
    if (found.length < step) return { recipients, reachable }
    after = found.at(-1)?.openid ?? ''
  }
}

/** What would be sent, to how many, and what WeChat would refuse. */
export const preview: Handler<typeof noticeContract.preview, NodeDoc> = async (input, { subject: node }) => {
  await audienceNode(node, input)
  return { ...(await countAudience(input)), fields: checkData(input.template, input.wording) }
}

const zero = Object.fromEntries(MessageState.options.map((state) => [state, 0])) as Record<MessageState, number>

const toPushView = (push: PushDoc, values: Record<string, number> = {}) => {
  const counts = { ...zero }
  let settled = 0
  for (const state of MessageState.options) {
    counts[state] = values[state] ?? 0
    settled += counts[state]
  }
  counts.queued = Math.max(0, push.total - settled)
  const { _id, template, title, audienceWords, state, version, total, by, createdAt } = push
  const facts = { id: _id, template, title, audience: audienceWords, state, version, dueAt: push.dueAt ?? null }
  return { ...facts, total, counts, by, at: createdAt }
}

const counterKey = (id: string) => `push.${id}`

const checkedWording = ({ template, wording }: Wanted) => {
  const fields = checkData(template, wording)
  const problems = fields.filter(({ problem }) => problem !== null)
  if (problems.length > 0)
    throw new AppError('INVALID_INPUT', {
      fields: Object.fromEntries(problems.map(({ key, problem }) => [`wording.${key}`, problem ?? ''])),
    })
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]))
}

const mostAheadMs = 30 * 86_400_000

const beginsAt = (wanted: string | undefined, now: Date): Date | null => {
  if (!wanted) return null
  const ahead = Date.parse(wanted) - now.getTime()
  if (ahead > 0 && ahead <= mostAheadMs) return new Date(wanted)
  throw new AppError('INVALID_INPUT', { fields: { dueAt: '请选择以后 30 天以内的时间' } })
}

/** Writes the push down; the timer lays out one message a recipient and sends them. */
export const send: Handler<typeof noticeContract.send, NodeDoc> = async (
  input,
  { subject: node, caller, acting, now },
) => {
  const { _id, nodeId, template, audience, page } = input
  const wording = checkedWording(input)
  const words = `${(await audienceNode(node, input)).name} · ${audienceLabels[audience.who]}`
  const { title } = messageTemplates[template]
  const dueAt = beginsAt(input.dueAt, now)
  const state = dueAt ? ('scheduled' as const) : ('preparing' as const)
  const birth = { _id, state, under: node.under, subject: `推送「${title}」：${words}`, at: now }
  const push: PushDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId, template, title, audience, audienceWords: words, wording, page: page ?? null },
    ...{ cursor: '', total: 0, by: caller.name ?? '', dueAt },
  }
  if (await createPush(push)) return toPushView(push)
  const before = await findPush(_id)
  const facts = ['nodeId', 'template', 'audience', 'wording', 'page', 'dueAt'] as const
  if (!before || !isSameAuthor(before, push) || !isSame(before, push, facts)) throw new AppError('ALREADY_EXISTS')
  return toPushView(before)
}

const withCounts = async (found: readonly PushDoc[]) => {
  const counted = await readCounters(
    'notice',
    found.map(({ _id }) => counterKey(_id)),
  )
  return found.map((push) => toPushView(push, counted.get(counterKey(push._id))))
}

export const pushes: Handler<typeof noticeContract.pushes, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pagePushes(node._id, page, size)
  return { items: await withCounts(items), more }
}

/** Each recipient's result, with a plain reason where WeChat did not take the message. */
export const pushResult: Handler<typeof noticeContract.pushResult, PushDoc> = async (
  { page, size },
  { subject: push },
) => {
  const [{ items, more }, views] = await Promise.all([pageRecipients(push._id, page, size), withCounts([push])])
  const shown = items.map(({ openid, name, state, reason, settledAt }) => ({
    ...{ name: name ?? (openid === null ? '已注销用户' : '未留姓名'), state, reason },
    at: settledAt,
  }))
  return { push: views[0] ?? toPushView(push), items: shown, more }
}
