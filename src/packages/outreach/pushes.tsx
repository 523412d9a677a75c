import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { usePushes } from '@/features/office/api'
import { PushCard } from '@/features/office/push/push-card'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = (
  <Empty icon="send" title="还没有推送过消息" detail="选好对象和内容，先预览再发送，发出后能看到每个人的结果。" />
)

const PushList = ({ seat }: { seat: Seat }) => {
  const pushes = usePushes(seat.nodeId)
  return (
    <Page
      title="推送消息"
      wide
      footer={
        <View className="office-act">
          <Button icon="send" onPress={() => openPage(routes.officePushNew)}>
            新建推送
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <View className="row-wrap">
        <Button small kind="ghost" onPress={() => openPage(routes.officeTexts)}>
          消息文本
        </Button>
        <Button small kind="ghost" onPress={() => openPage(routes.officeTriggers)}>
          自动提醒
        </Button>
        <Button small kind="ghost" onPress={() => openPage(routes.officeCredits)}>
          订阅次数
        </Button>
        <Button small kind="ghost" onPress={() => openPage(routes.officePushRules)}>
          推送规则
        </Button>
      </View>
      <QueryView query={pushes} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((push) => (
                  <PushCard
                    key={push.id}
                    push={push}
                    onOpen={() => openPage(routes.officePushResult, { id: push.id })}
                  />
                ))}
            </View>
            <MoreButton query={pushes} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Messages sent by this union and those below it. */
const PushesPage = () => <WithSeat title="推送消息">{(seat) => <PushList key={seat.id} seat={seat} />}</WithSeat>

export default PushesPage
