import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useOfficeDraws } from '@/features/office/prize/api'
import { DrawRowCard } from '@/features/office/prize/draw-row-card'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = (
  <Empty icon="gift" title="还没有抽奖" detail="先把抽奖用的奖品上架，再新建一次抽奖，选好用哪个公开数。" />
)

const DrawList = () => {
  const campaignId = useNeededParam('campaignId')
  const draws = useOfficeDraws(campaignId)
  return (
    <Page
      title="抽奖"
      wide
      footer={
        <View className="office-act">
          <Button icon="plus" onPress={() => openPage(routes.officeDrawNew, { campaignId })}>
            新建抽奖
          </Button>
        </View>
      }
    >
      <Card tight>
        <View className="text-m">
          三步：先锁定名单并公布指纹；等公开数（如福彩 3D 开奖号）公布；录入后自动开奖。名单和结果人人可查，谁都能重算。
        </View>
      </Card>
      <QueryView query={draws} isEmpty={({ items }) => items.length === 0} empty={nothing}>
        {({ items }) => (
          <View className="office-grid">
            {items.map((draw) => (
              <DrawRowCard key={draw.id} draw={draw} />
            ))}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** Draws of one contest, each with its next step. */
const DrawsPage = () => <WithSeat title="抽奖">{() => <DrawList />}</WithSeat>

export default DrawsPage
