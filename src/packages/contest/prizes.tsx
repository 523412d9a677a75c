import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { usePrizes } from '@/features/office/prize/api'
import { PrizeRowCard } from '@/features/office/prize/prize-row-card'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = <Empty icon="gift" title="还没有奖品" detail="先写下奖品名称、数量和领取条件，上架后职工就能看到。" />

const PrizeList = () => {
  const campaignId = useNeededParam('campaignId')
  const prizes = usePrizes(campaignId)
  return (
    <Page
      title="奖品和抽奖"
      wide
      footer={
        <View className="office-act">
          <Button icon="plus" onPress={() => openPage(routes.officePrizeNew, { campaignId })}>
            新建奖品
          </Button>
        </View>
      }
    >
      <ListGroup>
        <ListRow
          icon="scan"
          tone="red"
          title="发放奖品"
          detail="扫领奖码，或输入九位码；导出签收单"
          onPress={() => openPage(routes.officePrizeClaims, { campaignId })}
        />
        <ListRow
          icon="gift"
          tone="amber"
          title="抽奖"
          detail="先公布名单，再用公开数开奖，人人可验"
          onPress={() => openPage(routes.officeDraws, { campaignId })}
        />
      </ListGroup>
      <QueryView query={prizes} isEmpty={({ items }) => items.length === 0} empty={nothing}>
        {({ items }) => (
          <View className="office-grid">
            {items.map((prize) => (
              <PrizeRowCard key={prize.id} prize={prize} />
            ))}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** Prizes of one contest. */
const PrizesPage = () => <WithSeat title="奖品和抽奖">{() => <PrizeList />}</WithSeat>

export default PrizesPage
