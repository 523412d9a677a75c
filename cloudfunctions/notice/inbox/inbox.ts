import type { noticeContract } from 'types/notice'
import type { Handler } from '../../kit/serve'
import { countUnread, pageInbox } from '../send/message-store'
import { setOpened, setRead } from './seen-store'

/** Every message stays readable here, whatever WeChat made of it. */
export const inbox: Handler<typeof noticeContract.inbox> = async ({ page, size }, { caller }) => {
  const [{ items, more }, unread] = await Promise.all([
    pageInbox(caller.openid, page, size),
    countUnread(caller.openid),
  ])
  const shown = items.map(({ _id, title, fields, page: opens, at, read }) => ({
    ...{ id: _id, title, page: opens, at, read },
    fields: fields.map(({ name, value }) => ({ name, value })),
  }))
  return { items: shown, unread, more }
}

export const markRead: Handler<typeof noticeContract.markRead> = async ({ ids, from }, { caller }) => {
  const { openid } = caller
  await Promise.all([setRead(openid, ids), from === 'notice' && setOpened(openid, ids)])
  return { unread: await countUnread(openid) }
}
