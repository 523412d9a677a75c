import { roleLabels, type Grant } from 'types/org'
import type { InviteState } from 'types/org-office'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { openTab, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { Invite } from './api'

const ends: Record<Exclude<InviteState, 'open'>, { title: string; detail: string }> = {
  accepted: {
    title: '这个邀请已经用过了',
    detail: '一个邀请只能用一次。如果接受的人不是您，请告诉邀请您的人重新发一个。',
  },
  cancelled: { title: '这个邀请已被撤回', detail: '如果您还需要它，请联系邀请您的人。' },
  expired: { title: '这个邀请已过期', detail: '邀请七天内有效，请邀请您的人重新发一个。' },
}

/** An invitation that cannot be accepted any more, and why. */
export const InviteEnded = ({ state }: { state: Exclude<InviteState, 'open'> }) => (
  <Empty icon={state === 'accepted' ? 'check' : 'clock'} {...ends[state]}>
    <Button kind="ghost" onPress={() => openTab('my')}>
      看看我的职务
    </Button>
  </Empty>
)

const openWork = (role: Grant['role']) => {
  if (role === 'fixer') replacePage(routes.fixList)
  else if (role === 'team-leader') openTab('hazard')
  else replacePage(routes.desk)
}

const workWords: Record<Grant['role'], string> = {
  officer: '去工作台',
  regulator: '去工作台',
  fixer: '看待我整改的隐患',
  'team-leader': '去随手拍',
}

/** Accepted: what the person is now, and where the work is. */
export const InviteDone = ({ invite }: { invite: Invite }) => (
  <Empty
    icon="check"
    title={`您已成为${roleLabels[invite.role]}`}
    detail={`${invite.nodeName}。以后从“我的”页面进入。`}
  >
    <Button onPress={() => openWork(invite.role)}>{workWords[invite.role]}</Button>
  </Empty>
)
