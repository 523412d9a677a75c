import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { LevelMap } from '@/features/quiz/level-map'
import { LevelSheet } from '@/features/quiz/level-sheet'
import { nextStep, type Campaign, type Level } from '@/features/quiz/next-step'
import { ExcludedNotice, PlayCard, UnitLine } from '@/features/quiz/play-card'
import { takeStep } from '@/features/quiz/take-step'
import { ContestChoice } from '@/features/session/contest-choice'
import { useProgress } from '@/features/session/api'
import { useArrival } from '@/features/session/use-arrival'
import { useNow } from '@/hooks/use-now'
import { dayOf } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const More = ({ campaign: { id: campaignId, wrongBook } }: { campaign: Campaign }) => (
  <ListGroup>
    <ListRow
      icon="book"
      title="错题本"
      value={`${wrongBook} 题`}
      onPress={() => openPage(routes.quizWrongBook, { campaignId })}
    />
    <ListRow icon="chart" title="排行榜" onPress={() => openPage(routes.quizRanking, { campaignId })} />
    <ListRow icon="gift" title="奖品和抽奖" onPress={() => openPage(routes.quizPrizes, { campaignId })} />
    <ListRow icon="document" title="我的闯关成绩" onPress={() => openPage(routes.quizRecord)} />
  </ListGroup>
)

const Contest = ({ campaign, now, today }: { campaign: Campaign; now: string; today: string }) => {
  const [asked, setAsked] = useState<Level>()
  return (
    <>
      <PlayCard campaign={campaign} now={now} />
      <ExcludedNotice reason={campaign.excluded} />
      {campaign.openPaper && (
        <Card tone="amber" tight>
          您有一份没交的答卷（第 {campaign.openPaper.level} 关），时间还在走。
        </Card>
      )}
      <UnitLine campaign={campaign} />
      <LevelMap levels={campaign.levels} today={today} onOpen={setAsked} />
      <More campaign={campaign} />
      <View className="note center">我在名单和抽奖里的编号：{campaign.mark}</View>
      <LevelSheet campaign={campaign} level={asked} today={today} onClose={() => setAsked(undefined)} />
    </>
  )
}

/** The contest of this visit: how it stands, and the next thing to do. */
const Quiz = () => {
  const landing = useArrival()
  const progress = useProgress(landing.data?.campaign?.id)
  const at = useNow()
  const [now, today] = [at.toISOString(), dayOf(at)]
  const step = progress.data && nextStep(progress.data, now, today)
  return (
    <Page
      title="安全知识闯关"
      tab="quiz"
      {...(progress.data &&
        step &&
        step.act !== 'none' && {
          footer: <Button onPress={() => takeStep(step, progress.data.id)}>{step.word}</Button>,
        })}
    >
      <QueryView
        query={landing}
        isEmpty={(data) => !data.campaign}
        empty={<Empty icon="quiz" title="现在没有闯关活动" detail="有新活动时，工会会在展台和消息里告诉您。" />}
      >
        {(data) => (
          <>
            <ContestChoice landing={data} />
            <QueryView query={progress}>
              {(campaign) => <Contest campaign={campaign} now={now} today={today} />}
            </QueryView>
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default Quiz
