import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import {
  useActivity,
  useJoinActivity,
  useLeaveActivity,
  type Activity,
} from '@/features/volunteer/activity/activity-api'
import { ActivityPanel } from '@/features/volunteer/activity/activity-panel'
import { useSubscribe } from '@/hooks/use-subscribe'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const signs = ({ mine, state }: Activity) =>
  (mine === 'joined' && (state === 'open' || state === 'running')) || mine === 'present'

const tookPart = ({ mine, state }: Activity) =>
  (mine === 'present' || mine === 'served' || mine === 'joined') && (state === 'running' || state === 'done')

const Footer = ({ activity }: { activity: Activity }) => {
  const [leaving, setLeaving] = useState(false)
  const join = useJoinActivity()
  const leave = useLeaveActivity()
  const subscribe = useSubscribe('activity', 'activity')
  const { id } = activity
  // Asked in the tap itself, where WeChat allows it.
  const enter = () => {
    subscribe.askAlong()
    join.mutate({ id })
  }
  const quit = () =>
    leave.mutate(
      { id },
      {
        onSuccess: () => showToast('已退出，名额让给候补的人', 'good'),
        onSettled: () => setLeaving(false),
      },
    )
  return (
    <View className="stack-s">
      {activity.mayJoin && (
        <Button loading={join.isPending} onPress={enter}>
          {activity.joined < activity.quota ? '我要报名' : '名额已满，我要候补'}
        </Button>
      )}
      {signs(activity) && (
        <Button icon="scan" onPress={() => openPage(routes.volunteerSignIn)}>
          {activity.mine === 'present' ? '扫码签退' : '扫码签到'}
        </Button>
      )}
      {activity.mayLeave && (
        <Button kind="quiet" onPress={() => setLeaving(true)}>
          {activity.mine === 'waiting' ? '不候补了' : '退出活动'}
        </Button>
      )}
      <ConfirmDialog
        open={leaving}
        title="退出这次活动？"
        confirmWord="退出活动"
        loading={leave.isPending}
        onConfirm={quit}
        onClose={() => setLeaving(false)}
      >
        名额会让给候补的人；再报名要重新排队。
      </ConfirmDialog>
    </View>
  )
}

/** One activity: what it is, how I stand, and what I can do now. */
const ActivityPage = () => {
  const activity = useActivity(useNeededParam('id'))
  const { data } = activity
  const hasFooter = data && (data.mayJoin || data.mayLeave || signs(data))
  return (
    <Page title="活动详情" footer={hasFooter ? <Footer activity={data} /> : undefined}>
      <QueryView query={activity} skeleton={<Skeleton kind="card" count={3} />}>
        {(found) => (
          <>
            <ActivityPanel activity={found} />
            {tookPart(found) && (
              <Button kind="ghost" icon="photo" onPress={() => openPage(routes.volunteerWall, { id: found.id })}>
                活动照片
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default ActivityPage
