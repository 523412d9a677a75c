import { View } from '@tarojs/components'
import { disputeStates } from 'types/quiz-disputes'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag } from '@/components/tag'
import { useMyDisputes, type Dispute } from '@/features/quiz/dispute-api'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const nothing = (
  <Empty icon="inbox" title="您还没有对题目提过意见" detail="交卷后，每道题下面都有“这题有问题？”。">
    <Button onPress={() => openPage(routes.quizRecord)}>看我的成绩</Button>
  </Empty>
)

const DisputeCard = ({ dispute }: { dispute: Dispute }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="note">{showTime(dispute.at)}</View>
        <StateTag state={disputeStates[dispute.state]} />
      </View>
      <View className="strong">{dispute.stem}</View>
      <View className="text-m">您说：{dispute.words}</View>
      {dispute.reply === null ? (
        <View className="note">工会答复后会发消息给您。</View>
      ) : (
        <View>工会答复：{dispute.reply}</View>
      )}
    </View>
  </Card>
)

/** What I said about questions and what the union answered. */
const DisputesPage = () => {
  const disputes = useMyDisputes()
  return (
    <Page title="我对题目的意见">
      <QueryView query={disputes} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            {data.pages
              .flatMap(({ items }) => items)
              .map((dispute) => (
                <DisputeCard key={dispute.id} dispute={dispute} />
              ))}
            <MoreButton query={disputes} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default DisputesPage
