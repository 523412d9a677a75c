import { command } from '../../kit/cloud'
import { messages } from '../send/message-store'

/** Marks a person's own messages as seen, in one write; `opened`: by a tap on the notice in WeChat. Anybody else's stay. */
export const setRead = (openid: string, ids: readonly string[], opened: boolean) =>
  messages.update({ _id: command.in(ids), openid }, { read: true, ...(opened && { opened: true }) })

/** The next messages of a push in the order of their ids, and who of their people saw them. */
export const listSeen = (pushId: string, after: string, limit: number) =>
  messages.list({ pushId, _id: command.gt(after) }, { sort: [['_id', 'asc']], limit, fields: ['read', 'opened'] })
