import { formatDateTime } from 'types/calendar'
import { deriveId } from 'types/ids'
import type { FixedKey } from 'types/triggers'
import type { OutboxItem } from '../../kit/aggregate'
import type { LocalWork } from '../../kit/outbox'
import { listHolders } from '../audience/audience-store'
import type { PushDoc } from '../documents'
import { fitData, layMessage } from '../send/compose'
import { createMessages } from '../send/message-store'
import { listApprovers } from './approvers'
import { findPush } from './push-store'
import { headlineOf } from './views'

/** `push-asks`: a second officer is wanted; `push-left`: who answered for it left; `push-word`: what became of it. */
const words = {
  'push-asks': { what: '推送等您同意', note: (push: PushDoc) => `${push.by}编写，发给${push.size ?? 0}人以上` },
  'push-left': { what: '推送已暂停', note: () => '编写人已离任，请决定继续或取消' },
  'push-word': { what: '推送有了答复', note: (push: PushDoc) => push.note ?? `${push.approvedBy ?? '同事'}已同意` },
} as const satisfies Partial<Record<FixedKey, unknown>>
type Kind = keyof typeof words

const resultPage = 'packages/outreach/push-result'

const tell = async (kind: Kind, push: PushDoc, item: string, at: Date) => {
  const author = push.authorId ?? ''
  const to = kind === 'push-word' ? await listHolders([author]) : await listApprovers(push.under, author)
  const { what, note } = words[kind]
  const data = {
    ...{ thing1: `${what}：${headlineOf(push)}`, thing2: push.union ?? '' },
    ...{ time3: formatDateTime(push.dueAt ?? at), thing4: note(push) },
  }
  const messages = to.map(({ _id: openid, name }) =>
    layMessage({
      ...{ _id: deriveId(item, openid), openid, name, pushId: null, template: 'work-to-do' as const, at },
      ...{ page: `${resultPage}?id=${push._id}`, fields: fitData('work-to-do', data) },
    }),
  )
  await createMessages(messages)
}

const isWord = (item: OutboxItem): item is OutboxItem & { kind: Kind } => Object.hasOwn(words, item.kind)

/** Tells officers what a push wants of them; the same item again tells nobody twice. */
export const tellOfPushes: LocalWork = async (items) => {
  for (const { id, kind, payload } of items.filter(isWord)) {
    const push = await findPush(String(payload.pushId))
    if (push) await tell(kind, push, id, new Date())
  }
}
