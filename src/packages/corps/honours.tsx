import { View } from '@tarojs/components'
import { yearOf } from 'types/volunteer-year-rules'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { HonourCard } from '@/features/corps/year/honour-card'
import { useHonours } from '@/features/corps/year/year-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const Honours = ({ seat }: { seat: Seat }) => {
  const asked = Number(useQueryParam('year'))
  const year = asked >= 2018 ? asked : yearOf(new Date())
  const honours = useHonours(seat.nodeId, year)
  const recommend = () => openPage(routes.corpsHonourNew, { year: String(year) })
  return (
    <Page title={`${year} 年优秀推荐`} wide="reading" footer={<Button onPress={recommend}>推荐优秀队伍</Button>}>
      <QueryView
        query={honours}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <Empty icon="star" title="还没有推荐" detail="志愿者在年度记录里推荐，队伍从下面推荐；上级工会公示后确认。" />
        }
      >
        {(data) => (
          <View className="stack">
            {data.pages
              .flatMap((page) => page.items)
              .map((one) => (
                <HonourCard key={one.id} honour={one} nodeId={seat.nodeId} />
              ))}
            <MoreButton query={honours} />
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** Volunteers and teams recommended as excellent. */
const HonoursPage = () => <WithSeat title="优秀推荐">{(seat) => <Honours key={seat.id} seat={seat} />}</WithSeat>

export default HonoursPage
