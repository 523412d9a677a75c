import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { sentenceOf } from '@/lib/query-client'
import { useInvite, usePeople } from '../api'
import { InviteHandOn } from '../invite-hand-on'
import { useInviteCard } from '../use-invite-card'

/** The second manager: an invitation, and at once the way to hand it on. */
export const ManagerStep = ({ unionId, onDone }: { unionId: string; onDone: () => void }) => {
  const invite = useInvite()
  const people = usePeople(unionId)
  const { id: openId } = people.data?.pages[0]?.invites.find(({ role }) => role === 'officer') ?? { id: null }
  const made = invite.data ?? people.data?.pages[0]?.invites.find(({ id }) => id === openId) ?? null
  useInviteCard(made)
  if (!made)
    return (
      <View className="stack">
        <View>邀请发到对方微信里，他打开、填上姓名就是管理员。七天内有效，只能用一次。</View>
        {invite.error && <Card tone="red">{sentenceOf(invite.error)}</Card>}
        <Button loading={invite.isPending} onPress={() => invite.mutate({ nodeId: unionId, role: 'officer' })}>
          建好邀请
        </Button>
      </View>
    )
  return (
    <View className="stack">
      <InviteHandOn invite={made} />
      <Button kind="ghost" onPress={onDone}>
        发好了，下一步
      </Button>
    </View>
  )
}
