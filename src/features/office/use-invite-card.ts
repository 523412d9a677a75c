import { useShareAppMessage } from '@tarojs/taro'
import { roleLabels } from 'types/org'
import { tabs } from '@/lib/go'
import type { InviteRow } from './api'
import { invitePage } from './invite-words'

/** The card WeChat's share button sends: the invitation at hand, else the home page. */
export const useInviteCard = (invite: InviteRow | null) => {
  useShareAppMessage(() =>
    invite
      ? { title: `邀请您担任${roleLabels[invite.role]}：${invite.nodeName}`, path: invitePage(invite.id) }
      : { title: '身边有隐患，随手拍一拍', path: tabs.home },
  )
}
