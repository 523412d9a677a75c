import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useAbsenceAppeals } from '@/features/corps/activity/activity-office-api'
import { AnswerSheet } from '@/features/corps/activity/activity-sheets'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { showTime } from '@/lib/clock'

type Appeal = NonNullable<ReturnType<typeof useAbsenceAppeals>['data']>['pages'][number]['items'][number]

const empty = <Empty icon="check" title="没有等着答复的说明" detail="志愿者说明没到的原因后，会出现在这里。" />

const AppealCard = ({ appeal, onAnswer }: { appeal: Appeal; onAnswer: () => void }) => (
  <Card>
    <View className="stack-s">
      <View className="title">{appeal.name}</View>
      <View className="text-m">
        {appeal.title} · {showTime(appeal.startsAt)}
      </View>
      <View className="pre-line">{appeal.words}</View>
      <View className="note">{showTime(appeal.at)} 说明</View>
      {appeal.byMe ? (
        <View className="note">这次活动是您组织的，请由另一位干部答复。</View>
      ) : (
        <View className="row-wrap">
          <Button small onPress={onAnswer}>
            答复
          </Button>
        </View>
      )}
    </View>
  </Card>
)

const Absences = ({ seat }: { seat: Seat }) => {
  const appeals = useAbsenceAppeals(seat.nodeId)
  const [answering, setAnswering] = useState<Appeal>()
  return (
    <Page title="未到场说明" wide="reading">
      <SeatChoice seat={seat} />
      <QueryView query={appeals} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={empty}>
        {({ pages }) => (
          <View className="stack">
            {pages
              .flatMap(({ items }) => items)
              .map((appeal) => (
                <AppealCard key={appeal.id} appeal={appeal} onAnswer={() => setAnswering(appeal)} />
              ))}
            <MoreButton query={appeals} />
          </View>
        )}
      </QueryView>
      {answering && <AnswerSheet appeal={answering} onClose={() => setAnswering(undefined)} />}
    </Page>
  )
}

/** Why people did not come, answered by somebody who did not organise the activity. */
const AbsencesPage = () => <WithSeat title="未到场说明">{(seat) => <Absences key={seat.id} seat={seat} />}</WithSeat>

export default AbsencesPage
