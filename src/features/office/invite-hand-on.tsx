import { View } from '@tarojs/components'
import { roleLabels } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ShareButton } from '@/components/share-button'
import { showTime } from '@/lib/clock'
import { copyText } from '@/lib/copy-text'
import { pageLink } from '@/lib/page-link'
import type { InviteRow } from './api'
import { invitePage, inviteText } from './invite-words'
import { Pairs } from './pairs'

/** The invitation as it is handed on: as a card of WeChat, as a link, or as a code to type. */
export const InviteHandOn = ({ invite }: { invite: InviteRow }) => {
  const link = pageLink(invitePage(invite.id))
  return (
    <>
      <Card>
        <Pairs
          pairs={[
            { name: '邀请担任', value: roleLabels[invite.role] },
            { name: '单位', value: invite.nodeName },
            { name: '有效期至', value: showTime(invite.expiresAt) },
            link ? { name: '链接', value: link } : { name: '邀请码', value: invite.scene },
          ]}
        />
      </Card>
      <View className="text-m">谁先打开谁接受，请只发给本人。一个邀请只能用一次。</View>
      <ShareButton>发给微信好友</ShareButton>
      <Button kind={link ? 'primary' : 'ghost'} onPress={() => void copyText(inviteText(invite, link), '邀请')}>
        {link ? '复制邀请和链接' : '复制邀请和邀请码'}
      </Button>
    </>
  )
}
