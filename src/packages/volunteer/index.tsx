import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useApplication } from '@/features/volunteer/api'
import { ApplicationCard } from '@/features/volunteer/application-card'
import { Introduction } from '@/features/volunteer/introduction'
import { OwnLinks } from '@/features/volunteer/own-links'
import { useSubscribe } from '@/hooks/use-subscribe'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const over = ['withdrawn', 'rejected', 'quit']

/** Becoming a volunteer: what it is, or how my application stands. */
const VolunteerPage = () => {
  const mine = useApplication()
  const subscribe = useSubscribe('volunteer', 'review-result', 'activity')
  const application = mine.data?.application ?? null
  const mayApply = mine.data !== undefined && (!application || over.includes(application.state))
  const waits = application !== null && !over.includes(application.state)
  return (
    <Page
      title="安全监督志愿者"
      footer={
        mayApply ? (
          <Button onPress={() => openPage(routes.volunteerApply)}>我要报名</Button>
        ) : application?.acts.includes('resubmit') ? (
          <Button onPress={() => openPage(routes.volunteerApply, { again: '1' })}>补充后再交</Button>
        ) : waits && !subscribe.allowed ? (
          <Button kind="ghost" icon="bell" onPress={subscribe.ask}>
            有结果时通知我
          </Button>
        ) : undefined
      }
    >
      <QueryView query={mine} skeleton={<Skeleton kind="card" count={2} />}>
        {() => (
          <View className="stack">
            {application && <ApplicationCard application={application} />}
            {application?.state === 'enrolled' && (
              <ListGroup>
                <ListRow
                  icon="calendar"
                  tone="green"
                  title="志愿活动"
                  detail="报名、签到、我的服务时长"
                  onPress={() => openPage(routes.volunteerActivities)}
                />
                <ListRow
                  icon="star"
                  tone="amber"
                  title="我的年度服务"
                  detail="还差几次、考核结果、证书和志愿者证"
                  onPress={() => openPage(routes.volunteerYear)}
                />
              </ListGroup>
            )}
            {application && <OwnLinks enrolled={application.state === 'enrolled'} />}
            {mayApply && <Introduction />}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

export default VolunteerPage
