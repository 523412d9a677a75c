import { View } from '@tarojs/components'
import { awardMachine } from 'types/hazard-award'
import type { AwardRow } from 'types/hazard-award-office'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { StateTag } from '@/components/tag'
import { useAwards } from '@/features/office/award/award-api'
import { RowList } from '@/components/row-list'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const whenOf = ({ state, objectUntil, createdAt }: AwardRow) =>
  state === 'announced' && objectUntil ? `公示到 ${showDay(objectUntil)}` : `${showDay(createdAt)}拟定`

const detailOf = (row: AwardRow) =>
  [row.node, row.state === 'draft' ? `计划 ${row.count} 人` : `${row.people} 人`, whenOf(row)].join(' · ')

const empty = (
  <Empty
    icon="gift"
    title="还没有奖励名单"
    detail="定好时间、等级和人数，系统按已销号的隐患排出名单，公示期满、异议答复后定稿发放。"
  />
)

const Awards = ({ seat }: { seat: Seat }) => {
  const found = useAwards(seat.nodeId)
  return (
    <Page
      title="排查奖励"
      wide
      footer={
        <View className="office-act">
          <Button onPress={() => openPage(routes.officeAwardNew)}>拟一批名单</Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <RowList query={found} empty={empty}>
        {(row) => (
          <ListRow
            key={row.id}
            title={row.title}
            detail={detailOf(row)}
            value={<StateTag state={awardMachine.states[row.state]} />}
            onPress={() => openPage(routes.officeAward, { id: row.id })}
          />
        )}
      </RowList>
    </Page>
  )
}

/** Every batch of rewards of the officer's union and of those below. */
const AwardsPage = () => <WithSeat title="排查奖励">{(seat) => <Awards key={seat.id} seat={seat} />}</WithSeat>

export default AwardsPage
