import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { DataCard } from '@/features/volunteer/privacy/data-card'
import { KeptList } from '@/features/volunteer/privacy/kept-list'
import { useMyData } from '@/features/volunteer/privacy/privacy-api'
import { Rights } from '@/features/volunteer/privacy/rights'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'

const none = (
  <Empty icon="lock" title="没有保存您的志愿者资料" detail="报名志愿者之后，这里能看到保存了什么、谁看过。">
    <Button onPress={() => replacePage(routes.volunteer)}>去看看</Button>
  </Empty>
)

/** What is kept of me as a volunteer, and what I may do about it. */
const MyDataPage = () => (
  <Page title="我的资料">
    <QueryView
      query={useMyData()}
      skeleton={<Skeleton kind="card" count={2} />}
      isEmpty={({ data }) => data === null}
      empty={none}
    >
      {({ data }) =>
        data && (
          <View className="stack">
            <DataCard data={data} />
            <Rights data={data} />
            <KeptList />
          </View>
        )
      }
    </QueryView>
  </Page>
)

export default MyDataPage
