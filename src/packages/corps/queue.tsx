import { useState } from 'react'
import { View } from '@tarojs/components'
import { applicationMachine } from 'types/volunteer'
import { specialtyLabels } from 'types/volunteer-form'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { RowList } from '@/components/row-list'
import { Segment } from '@/components/segment'
import { StateTag } from '@/components/tag'
import { useQueueOf } from '@/features/corps/api'
import { ReviewDesk } from '@/features/corps/review-desk'
import { waitedWord } from '@/features/corps/review-words'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useIsWide } from '@/hooks/use-is-wide'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type Range = 'todo' | 'all'

const nothing = <Empty icon="check" title="没有待审核的申请" detail="有人报名时，这里和消息里都会提醒您。" />

const Queue = ({ nodeId, mine }: { nodeId: string; mine: boolean }) => {
  const queue = useQueueOf({ nodeId, mine })
  const now = new Date()
  return (
    <RowList query={queue} empty={nothing}>
      {(row) => (
        <ListRow
          key={row.id}
          title={row.name}
          detail={[
            ...[row.unit, row.specialties.map((one) => specialtyLabels[one]).join('、')],
            row.waiting
              ? `${mine ? '' : `在${row.waiting.desk}，`}${waitedWord(row.waiting.since, now)}${row.waiting.late ? '，请尽快' : ''}`
              : showTime(row.submittedAt),
          ].join(' · ')}
          value={<StateTag state={applicationMachine.states[row.state]} />}
          onPress={() => openPage(routes.deskApplication, { id: row.id })}
        />
      )}
    </RowList>
  )
}

const ranges = [
  { value: 'todo' as const, label: '待我审核' },
  { value: 'all' as const, label: '全部' },
]

const Review = ({ seat }: { seat: Seat }) => {
  const [range, setRange] = useState<Range>('todo')
  const isWide = useIsWide()
  const { nodeId, role } = seat
  return (
    <Page title="志愿者审核" wide>
      <SeatChoice seat={seat} />
      <Segment label="范围" options={ranges} value={range} onChange={setRange} />
      {role === 'officer' && (
        <View className="row-wrap">
          <Button small kind="ghost" icon="star" onPress={() => openPage(routes.corpsShortlists)}>
            择优推荐
          </Button>
          <Button small kind="quiet" onPress={() => openPage(routes.corpsReviewLevels)}>
            审核层级
          </Button>
        </View>
      )}
      {range === 'todo' && isWide ? (
        <ReviewDesk key={nodeId} nodeId={nodeId} />
      ) : (
        <Queue key={`${nodeId}.${range}`} nodeId={nodeId} mine={range === 'todo'} />
      )}
    </Page>
  )
}

/** Applications that wait for this reviewer: many at once in a PC window, one after another on the phone. */
const QueuePage = () => (
  <WithSeat title="志愿者审核" roles={['officer', 'regulator']}>
    {(seat) => <Review key={seat.id} seat={seat} />}
  </WithSeat>
)

export default QueuePage
