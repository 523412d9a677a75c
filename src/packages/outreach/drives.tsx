import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useDrives } from '@/features/office/drive/api'
import { DriveCard } from '@/features/office/drive/drive-card'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const nothing = (
  <Empty icon="star" title="还没有主题活动" detail="从年历里挑一个现成的，例如安全生产月，改一改就能发布。">
    <Button kind="ghost" onPress={() => openPage(routes.officeDriveCalendar)}>
      打开年历
    </Button>
  </Empty>
)

const DriveList = ({ seat }: { seat: Seat }) => {
  const drives = useDrives(seat.nodeId)
  const above = drives.data?.pages[0]?.above ?? []
  return (
    <Page
      title="主题活动"
      wide
      footer={
        <View className="office-act">
          <Button icon="plus" onPress={() => openPage(routes.officeDriveNew)}>
            新建主题活动
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <ListGroup>
        <ListRow
          icon="calendar"
          tone="amber"
          title="全年安排"
          detail="宣传周、节前检查、报送截止，现成的主题直接用"
          onPress={() => openPage(routes.officeDriveCalendar)}
        />
      </ListGroup>
      {above.length > 0 && (
        <>
          <View className="title">上级工会的主题活动</View>
          <View className="office-grid">
            {above.map((drive) => (
              <DriveCard key={drive.id} drive={drive} />
            ))}
          </View>
          <View className="title">本工会和下级工会</View>
        </>
      )}
      <QueryView query={drives} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((drive) => (
                  <DriveCard key={drive.id} drive={drive} />
                ))}
            </View>
            <MoreButton query={drives} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Drives of this union and those below it, and those above it that run. */
const DrivesPage = () => <WithSeat title="主题活动">{(seat) => <DriveList key={seat.id} seat={seat} />}</WithSeat>

export default DrivesPage
