import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { disputeStates } from 'types/quiz-disputes'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { StateTag, Tag } from '@/components/tag'
import { useDisputes, type Dispute } from '@/features/office/bank/bank-api'
import { AnswerSheet } from '@/features/office/bank/answer-sheet'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const views = [
  { value: 'open', label: '待答复' },
  { value: 'answered', label: '已答复' },
] as const
type Shown = (typeof views)[number]['value']

const empties = {
  open: { icon: 'check', title: '没有待答复的意见', detail: '职工交卷后可以对题目提意见，会在这里等您答复。' },
  answered: { icon: 'check', title: '还没有答复过意见', detail: '答复过的意见会留在这里。' },
} as const

const whereAsked = ({ campaign, at }: Dispute) => [campaign, showTime(at)].filter(Boolean).join(' · ')

const DisputeCard = ({ dispute, onAnswer }: { dispute: Dispute; onAnswer: () => void }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="note">{whereAsked(dispute)}</View>
        <StateTag state={disputeStates[dispute.state]} />
      </View>
      <View className="strong">{dispute.stem}</View>
      <View>职工说：{dispute.words}</View>
      {dispute.doubtful && <Tag tone="amber">这段话请留意用语</Tag>}
      {dispute.reply !== null && <View className="text-m">答复：{dispute.reply}</View>}
      {dispute.mine ? (
        <View className="row-wrap">
          {dispute.state === 'open' && (
            <Button small kind="ghost" label={`答复：${dispute.stem}`} onPress={onAnswer}>
              答复
            </Button>
          )}
          <Button
            small
            kind="quiet"
            label={`看题目：${dispute.stem}`}
            onPress={() => openPage(routes.officeQuestion, { id: dispute.questionId })}
          >
            看题目
          </Button>
        </View>
      ) : (
        <View className="note">这是上级工会的题，由上级工会答复。</View>
      )}
    </View>
  </Card>
)

const Disputes = ({ seat }: { seat: Seat }) => {
  const [shown, setShown] = useState<Shown>('open')
  const [asking, setAsking] = useState<Dispute>()
  const close = useCallback(() => setAsking(undefined), [])
  const found = useDisputes(seat.nodeId, shown === 'open')
  return (
    <Page title="题目意见" wide>
      <SeatChoice seat={seat} />
      <Segment label="看哪些" options={views} value={shown} onChange={setShown} />
      <QueryView
        query={found}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Empty {...empties[shown]} />}
      >
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((dispute) => (
                  <DisputeCard key={dispute.id} dispute={dispute} onAnswer={() => setAsking(dispute)} />
                ))}
            </View>
            <MoreButton query={found} />
          </>
        )}
      </QueryView>
      {asking && <AnswerSheet dispute={asking} onClose={close} />}
    </Page>
  )
}

/** What players say about questions, and the answers. */
const DisputesPage = () => <WithSeat title="题目意见">{(seat) => <Disputes key={seat.id} seat={seat} />}</WithSeat>

export default DisputesPage
