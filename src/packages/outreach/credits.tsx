import { View } from '@tarojs/components'
import { consentPlaceLabels } from 'types/consent-places'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useCredits, type Credits } from '@/features/office/push/reach-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'

type Row = Credits['templates'][number]

const places = ({ earned }: Row) =>
  earned.map(({ place, count }) => `${place ? consentPlaceLabels[place] : '没有记下'} ${showNumber(count)}`).join('、')

const TemplateCard = ({ row, people }: { row: Row; people: number }) => (
  <Card>
    <View className="stack-s">
      <View className="title">{row.title}</View>
      <View>{`${showNumber(people)} 人里，${showNumber(row.reachable)} 人还能在微信里收到`}</View>
      <View className="text-m">{`还剩 ${showNumber(row.left)} 次 · 已用 ${showNumber(row.spent)} 次`}</View>
      {row.earned.length > 0 && <View className="note">{`从哪里得来：${places(row)}`}</View>}
    </View>
  </Card>
)

const nobody = (
  <Empty icon="people" title="这个范围里还没有人" detail="有人扫码或登记单位后，这里会显示还能提醒多少人。" />
)

const CreditList = ({ seat }: { seat: Seat }) => {
  const query = useCredits(seat.nodeId)
  return (
    <Page title="订阅次数" wide>
      <SeatChoice seat={seat} />
      <View className="note">对方每同意一次，微信只准提醒一次，发出就用掉。用完要等他在小程序里再同意。</View>
      <QueryView query={query} isEmpty={({ people }) => people === 0} empty={nobody}>
        {({ people, isWhole, templates, spent }) => (
          <>
            {!isWhole && <Card tone="amber">人数很多，这里只数到一部分，实际会更多。</Card>}
            <View className="office-grid">
              {templates.map((row) => (
                <TemplateCard key={row.key} row={row} people={people} />
              ))}
            </View>
            {spent.length > 0 && (
              <ListGroup title="最近用在哪里">
                {spent.map(({ pushId, headline, at, sent }) => (
                  <ListRow
                    key={pushId}
                    title={headline}
                    detail={showTime(at)}
                    value={`用掉 ${showNumber(sent)} 次`}
                    onPress={() => openPage(routes.officePushResult, { id: pushId })}
                  />
                ))}
              </ListGroup>
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Who can still be reached by WeChat, where that was earned, and what it was spent on. */
const CreditsPage = () => <WithSeat title="订阅次数">{(seat) => <CreditList key={seat.id} seat={seat} />}</WithSeat>

export default CreditsPage
