import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useMyBadge } from '@/features/volunteer/year/api'
import { BadgeCard } from '@/features/volunteer/year/badge-card'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const none = (
  <Empty icon="volunteer" title="还没有志愿者证" detail="审核通过、列入名册以后，这里就是您的志愿者证。">
    <Button onPress={() => openPage(routes.volunteer)}>去看报名</Button>
  </Empty>
)

/** The volunteer's badge, to be shown and scanned. */
const BadgePage = () => {
  const mine = useMyBadge()
  return (
    <Page title="电子志愿者证">
      <QueryView
        query={mine}
        skeleton={<Skeleton kind="card" count={1} />}
        isEmpty={(data) => data.badge === null && !data.enrolled}
        empty={none}
      >
        {({ badge }) =>
          badge ? (
            <View className="stack">
              <BadgeCard badge={badge} />
              <ListGroup>
                <ListRow
                  icon="scan"
                  tone="amber"
                  title="我的推广码"
                  detail="上面的码是核验身份的；请人来答题、随手拍，用这个"
                  onPress={() => openPage(routes.volunteerCode)}
                />
              </ListGroup>
            </View>
          ) : (
            <Empty icon="clock" title="正在制作" detail="刚列入名册，一两分钟后就有。">
              <Button loading={mine.isFetching} onPress={() => void mine.refetch()}>
                再看一下
              </Button>
            </Empty>
          )
        }
      </QueryView>
    </Page>
  )
}

export default BadgePage
