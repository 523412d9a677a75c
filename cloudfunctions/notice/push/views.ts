import { MessageState } from 'types/notice-message'
import { readCounters } from '../../kit/counters'
import type { Caller } from '../../kit/identity'
import { formatDate } from 'types/calendar'
import { messageTemplates } from 'types/message-templates'
import { fillWording } from 'types/placeholders'
import { toldLeftOut } from '../audience/recipients'
import type { PushDoc } from '../documents'

const zero = Object.fromEntries(MessageState.options.map((state) => [state, 0])) as Record<MessageState, number>
const counterKey = (id: string) => `push.${id}`

type Headed = Pick<PushDoc, 'template' | 'wording' | 'union' | 'dueAt' | 'createdAt'>

/** What the first field of its wording says, whoever reads it: by that officers know it again. */
export const headlineOf = ({ template, wording, union, dueAt, createdAt }: Headed): string =>
  fillWording(wording[messageTemplates[template].fields[0]?.key ?? ''] ?? '', {
    ...{ name: '（姓名）', unit: '（单位）', union, day: formatDate(dueAt ?? createdAt) },
  })

// Nothing is known of it before the list is laid.
const leftOutOf = ({ audience, leftOut }: PushDoc) => (leftOut === undefined ? 0 : toldLeftOut(audience, leftOut))

const toView = (push: PushDoc, caller: Caller, values: Record<string, number> = {}) => {
  const counts = { ...zero }
  let settled = 0
  for (const state of MessageState.options) {
    counts[state] = values[state] ?? 0
    settled += counts[state]
  }
  counts.queued = Math.max(0, push.total - settled)
  const { _id, template, title, audienceWords, state, version, total, by, createdAt } = push
  return {
    ...{
      id: _id,
      template,
      title,
      headline: headlineOf(push),
      audience: audienceWords,
      state,
      version,
      total,
      counts,
      by,
    },
    ...{ dueAt: push.dueAt ?? null, at: createdAt, isTrial: Boolean(push.testers), reason: push.note ?? null },
    ...{ isMine: push.authorId === caller.personId, approvedBy: push.approvedBy ?? null, again: values.again ?? 0 },
    ...{ ready: push.ready ?? null, leftOut: leftOutOf(push) },
  }
}

export type View = ReturnType<typeof toView>

/** A push that has no messages yet. */
export const freshView = (push: PushDoc, caller: Caller): View => toView(push, caller)

/** Pushes with their counts; one trip for all. */
export const withCounts = async (found: readonly PushDoc[], caller: Caller): Promise<View[]> => {
  const counted = await readCounters(
    'notice',
    found.map(({ _id }) => counterKey(_id)),
  )
  return found.map((push) => toView(push, caller, counted.get(counterKey(push._id))))
}
