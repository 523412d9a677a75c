import type { MessageState } from 'types/notice-message'
import { command } from '../../kit/cloud'
import { messages } from '../send/message-store'

/** Marks a person's own messages as seen, in one write. Anybody else's stay. */
export const setRead = (openid: string, ids: readonly string[]) =>
  messages.update({ _id: command.in(ids), openid }, { read: true })

// A notice may be tapped before its sender has written down that WeChat took it, or where he died over it.
const withNotice: MessageState[] = ['sending', 'sent', 'unknown']

/** Their notices in WeChat were tapped: only of those that have one, whatever is said. */
export const setOpened = (openid: string, ids: readonly string[]) =>
  messages.update({ _id: command.in(ids), openid, state: command.in(withNotice) }, { opened: true })

/** The next messages of a push in the order of their ids, and who of their people saw them. */
export const listSeen = (pushId: string, after: string, limit: number) =>
  messages.list({ pushId, _id: command.gt(after) }, { sort: [['_id', 'asc']], limit, fields: ['read', 'opened'] })
