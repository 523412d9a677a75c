import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { playEntries } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { LevelMap } from '@/features/quiz/level-map'
import { useProgress } from '@/features/session/api'
import { useArrival } from '@/features/session/use-arrival'
import { showRemaining } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type Campaign = OutputOf<typeof playEntries.campaign>

const openPaper = (campaignId: string, level: number) =>
  openPage(routes.quizPaper, { campaignId, level: String(level) })

const Summary = ({ campaign }: { campaign: Campaign }) => {
  const passed = campaign.levels.filter((level) => level.state === 'passed').length
  return (
    <Card>
      <View className="stack-s">
        <View className="title">{campaign.title}</View>
        <View className="text-m">
          {campaign.state === 'open' ? showRemaining(campaign.closesAt) : '活动已结束，可以回看成绩'} · 今天还能答{' '}
          {campaign.attemptsLeftToday} 次
        </View>
        <View className="text-m">
          已过 {passed} / {campaign.levels.length} 关 · 积分 {campaign.points}
        </View>
      </View>
    </Card>
  )
}

const Unfinished = ({ campaign }: { campaign: Campaign }) => {
  const { openPaper: paper } = campaign
  if (!paper) return null
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View>您有一份没交的答卷（第 {paper.level} 关），时间还在走。</View>
        <Button onPress={() => openPaper(campaign.id, paper.level)}>继续作答</Button>
      </View>
    </Card>
  )
}

const Levels = ({ campaignId }: { campaignId: string }) => (
  <QueryView query={useProgress(campaignId)}>
    {(campaign) => (
      <>
        <Summary campaign={campaign} />
        <Unfinished campaign={campaign} />
        <LevelMap levels={campaign.levels} onOpen={(level) => openPaper(campaignId, level)} />
        <ListGroup>
          <ListRow icon="chart" title="单位排行" onPress={() => openPage(routes.quizRanking, { campaignId })} />
          <ListRow icon="gift" title="奖品和抽奖" onPress={() => openPage(routes.quizPrizes, { campaignId })} />
          <ListRow icon="document" title="我的闯关成绩" onPress={() => openPage(routes.quizRecord)} />
        </ListGroup>
      </>
    )}
  </QueryView>
)

/** The campaign's levels. */
const Quiz = () => {
  const landing = useArrival()
  return (
    <Page title="安全知识闯关" tab="quiz">
      <QueryView
        query={landing}
        isEmpty={(data) => !data.campaign}
        empty={<Empty icon="quiz" title="现在没有闯关活动" detail="有新活动时，工会会在展台和消息里告诉您。" />}
      >
        {(data) => <Levels campaignId={data.campaign?.id ?? ''} />}
      </QueryView>
    </Page>
  )
}

export default Quiz
