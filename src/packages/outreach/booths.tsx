import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useBooths } from '@/features/office/booth/booth-api'
import { BoothCard } from '@/features/office/booth/booth-card'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = <Empty icon="scan" title="还没有展台" detail="新建一个展台，就能得到它的二维码，打印出来贴在现场。" />

const BoothList = ({ seat }: { seat: Seat }) => {
  const booths = useBooths(seat.nodeId)
  return (
    <Page
      title="展台与二维码"
      wide
      footer={
        <View className="office-act">
          <Button icon="plus" onPress={() => openPage(routes.officeBoothNew)}>
            新建展台
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <QueryView query={booths} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((booth) => (
                  <BoothCard key={booth.id} booth={booth} />
                ))}
            </View>
            <MoreButton query={booths} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Booths of this union and those below it. */
const BoothsPage = () => <WithSeat title="展台与二维码">{(seat) => <BoothList key={seat.id} seat={seat} />}</WithSeat>

export default BoothsPage
