import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Timeline } from '@/components/timeline'
import { useQuestion } from '@/features/office/bank/bank-api'
import { QuestionActs } from '@/features/office/bank/question-acts'
import { EarlierWordings, QuestionFacts } from '@/features/office/bank/question-facts'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { WithSeat } from '@/features/session/with-seat'

const drawnIn = (campaigns: readonly string[]) =>
  campaigns.length > 0 ? `正在这些活动里抽题：${campaigns.join('、')}` : '现在没有活动会抽到它。'

const Question = () => {
  const question = useQuestion(useNeededParam('id'))
  return (
    <Page title="题目" wide>
      <QueryView query={question}>
        {(data) => (
          <View className="office-form">
            <QuestionFacts question={data} />
            <QuestionActs question={data} />
            <Card tight>
              <View className="text-m">{drawnIn(data.campaigns)}</View>
            </Card>
            {data.earlier.length > 0 && <EarlierWordings question={data} />}
            {data.timeline.length > 0 && (
              <Card>
                <Timeline items={data.timeline} />
              </Card>
            )}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** One question of the bank: what it says, where it is drawn, what happened to it. */
const QuestionPage = () => <WithSeat title="题目">{(seat) => <Question key={seat.id} />}</WithSeat>

export default QuestionPage
