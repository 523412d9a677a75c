import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useFlagged } from '@/features/office/quiz-api'
import { FlaggedCard } from '@/features/office/flagged-card'
import { SeatChoice, type Seat } from '@/features/office/seat-choice'
import '@/features/office/office.scss'
import { WithSeat } from './with-seat'

const nothing = (
  <Empty icon="check" title="没有待核对的题目" detail="导入的题缺“条款”时会在这里等，补上第几条就能抽到。" />
)

const Questions = ({ seat }: { seat: Seat }) => {
  const flagged = useFlagged(seat.nodeId)
  return (
    <Page title="题目核对" wide>
      <SeatChoice seat={seat} />
      <Card tight>
        <View className="text-m">
          这些题导入时没有写法条。核对题目和答案，填上依据第几条再启用；不合适的就停用。已经建好的活动不受影响。
        </View>
      </Card>
      <QueryView query={flagged} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((question) => (
                  <FlaggedCard key={question.id} question={question} />
                ))}
            </View>
            <MoreButton query={flagged} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Questions that came without an article: looked over one by one. */
const QuestionsPage = () => <WithSeat title="题目核对">{(seat) => <Questions key={seat.id} seat={seat} />}</WithSeat>

export default QuestionsPage
