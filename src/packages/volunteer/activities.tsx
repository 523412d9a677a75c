import { useState } from 'react'
import { View } from '@tarojs/components'
import { activityKinds } from 'types/volunteer-activity-kinds'
import type { ActivityRow } from 'types/volunteer-activity-views'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { Skeleton } from '@/components/skeleton'
import { useActivities } from '@/features/volunteer/activity/activity-api'
import { ActivityCard } from '@/features/volunteer/activity/activity-rows'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type Filter = 'all' | 'special' | 'inside' | 'society'

const filters = [
  { value: 'all' as const, label: '全部' },
  { value: 'special' as const, label: '专题' },
  { value: 'inside' as const, label: '企业内' },
  { value: 'society' as const, label: '社会' },
]

const fits = ({ special, kind }: ActivityRow, filter: Filter) =>
  filter === 'all' || (filter === 'special' ? special : activityKinds[kind].place === filter)

const NotYet = () => (
  <Empty
    icon="volunteer"
    title="列入志愿者名册以后才能报名"
    detail="先提交申请，工会和监管部门审核通过后，活动会出现在这里。"
  >
    <Button onPress={() => openPage(routes.volunteer)}>看我的申请</Button>
  </Empty>
)

const none = <Empty icon="calendar" title="近期没有活动" detail="有新活动时，会在消息里告诉您；也可以问问您的工会。" />
const noneSuch = <Empty icon="filter" title="没有这一类活动" detail="换一类看看，或选“全部”。" />

const Shown = ({ items, filter }: { items: readonly ActivityRow[]; filter: Filter }) => {
  const shown = items.filter((one) => fits(one, filter))
  if (shown.length === 0) return items.length === 0 ? none : noneSuch
  return (
    <>
      {shown.map((activity) => (
        <ActivityCard key={activity.id} activity={activity} />
      ))}
    </>
  )
}

/** What a volunteer may go to, the soonest first. */
const ActivitiesPage = () => {
  const [filter, setFilter] = useState<Filter>('all')
  const activities = useActivities()
  return (
    <Page
      title="志愿活动"
      footer={
        <Button icon="scan" onPress={() => openPage(routes.volunteerSignIn)}>
          活动签到
        </Button>
      }
    >
      <ListGroup>
        <ListRow
          icon="list"
          tone="green"
          title="我的活动"
          detail="报名、签到和服务时长"
          onPress={() => openPage(routes.volunteerAttendances)}
        />
      </ListGroup>
      <Segment label="哪一类活动" options={filters} value={filter} onChange={setFilter} />
      <QueryView query={activities} skeleton={<Skeleton kind="card" count={3} />}>
        {({ pages }) =>
          pages[0]?.enrolled ? (
            <View className="stack">
              <Shown items={pages.flatMap(({ items }) => items)} filter={filter} />
              <MoreButton query={activities} />
            </View>
          ) : (
            <NotYet />
          )
        }
      </QueryView>
    </Page>
  )
}

export default ActivitiesPage
