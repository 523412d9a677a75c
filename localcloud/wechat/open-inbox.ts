import type { PlatformStore } from '../state/open-platform-store'

/** A message as WeChat would have shown it. */
export type InboxMessage = {
  openid: string
  templateId: string
  title: string
  page: string
  data: Record<string, { value: string }>
  fields: { name: string; value: string }[]
  miniprogramState: string
  /** ISO, platform time */
  at: string
}

export type Inbox = { deliver: (message: InboxMessage) => void; read: (openid?: string) => InboxMessage[] }

export const openInbox = (store: PlatformStore): Inbox => {
  let count = 0
  // Machine time, which never goes back here, keeps the order of arrival when the platform clock is moved.
  const arrival = (): string => {
    count += 1
    return `${String(Date.now()).padStart(15, '0')}-${String(count).padStart(9, '0')}`
  }
  return {
    deliver: (message) => store.set(`inbox/${message.openid}/${arrival()}`, message),
    read: (openid) =>
      store.list<InboxMessage>(openid === undefined ? 'inbox/' : `inbox/${openid}/`).map(({ value }) => value),
  }
}
