import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Stat } from '@/components/stat'
import { useResult } from '@/features/quiz/api'
import { DisputeButton } from '@/features/quiz/dispute-button'
import { MarkedQuestion } from '@/features/quiz/marked-question'
import { nextStep, type Campaign } from '@/features/quiz/next-step'
import { ResultHero } from '@/features/quiz/result-hero'
import { useMyUnitRank } from '@/features/quiz/rank/api'
import { UnlessRefused } from '@/features/quiz/refused-practice'
import { ReviveSheet } from '@/features/quiz/revive-sheet'
import { takeStep } from '@/features/quiz/take-step'
import { UnitPrompt } from '@/features/quiz/unit-prompt'
import { useProgress } from '@/features/session/api'
import { useSubscribe } from '@/hooks/use-subscribe'
import { useNeededParam } from '@/hooks/use-needed-param'
import { dayOf } from '@/lib/clock'
import { openPage, openTab, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** How this player and his unit stand after the paper; a tap leads to the rankings. */
const Standing = ({ campaignId, campaign }: { campaignId: string; campaign: Campaign | undefined }) => {
  const unit = useMyUnitRank(campaignId, campaign?.rules.ranking.units).data?.unit
  return (
    <Card onPress={() => openPage(routes.quizRanking, { campaignId })}>
      <View className="row">
        <Stat value={campaign?.points} label="我的积分" />
        {unit?.rank ? (
          <Stat value={`第 ${unit.rank}`} label="本单位名次" />
        ) : (
          <Stat value={campaign?.levels.filter(({ state }) => state === 'passed').length} label="已过关卡" />
        )}
        <Stat value={campaign && (campaign.attemptsLeft ?? '不限')} label="还能答几次" />
      </View>
    </Card>
  )
}

/** Asked once there is something to wait for; who said no, or has a message left, is not asked again. */
const Notify = () => {
  const { ask, left, refused, isKnown } = useSubscribe('quiz-result', 'activity')
  if (!isKnown || left > 0 || refused) return null
  return (
    <Card>
      <View className="stack-s">
        <View>抽奖有结果、奖品快到期、下一场开始时，要不要在微信里通知您？</View>
        <Button kind="ghost" icon="bell" onPress={ask}>
          活动有消息时通知我
        </Button>
      </View>
    </Card>
  )
}

type FootProps = { result: PaperResult; campaign: Campaign | undefined; onRevive: () => void }

/** A paper that can be won back comes first, then the level that waits. */
const Foot = ({ result: { campaignId, reviveAfter }, campaign, onRevive }: FootProps) => {
  if (!campaign) return reviveAfter === null ? null : <Button onPress={onRevive}>读法条，再得一次机会</Button>
  const now = new Date()
  const step = nextStep(campaign, now.toISOString(), dayOf(now))
  const isSpent = campaign.attemptsLeft === 0
  const next = step.act === 'none' || step.act === 'record' ? null : step
  if (reviveAfter !== null)
    return (
      <>
        <Button onPress={onRevive}>读法条，再得一次机会</Button>
        {!isSpent && next && (
          <Button kind="quiet" onPress={() => takeStep(next, campaignId, replacePage)}>
            {next.word}
          </Button>
        )}
      </>
    )
  if (!next) return <Button onPress={() => openTab('quiz')}>回到关卡</Button>
  return <Button onPress={() => takeStep(next, campaignId, replacePage)}>{next.word}</Button>
}

const Review = ({ result }: { result: PaperResult }) => {
  const place = { campaignId: result.campaignId, paperId: result.id }
  const wrong = result.questions.filter((question) => !question.right)
  const right = result.questions.filter((question) => question.right)
  return (
    <View className="stack">
      {wrong.length > 0 && <View className="title">先看没答对的 {wrong.length} 题</View>}
      {wrong.map((question) => (
        <MarkedQuestion key={question.no} question={question}>
          <DisputeButton place={{ ...place, no: question.no }} stem={question.stem} />
        </MarkedQuestion>
      ))}
      {right.length > 0 && <View className="title">答对的 {right.length} 题</View>}
      {right.map((question) => (
        <MarkedQuestion key={question.no} question={question}>
          <DisputeButton place={{ ...place, no: question.no }} stem={question.stem} />
        </MarkedQuestion>
      ))}
    </View>
  )
}

/** What came of a paper, and why: the law behind every question. */
const ResultPage = () => {
  const id = useNeededParam('id')
  const campaignId = useNeededParam('campaignId')
  const result = useResult(id, campaignId)
  const campaign = useProgress(campaignId).data
  const [reading, setReading] = useState(false)
  const close = useCallback(() => setReading(false), [])
  const { data } = result
  return (
    <Page
      title={data ? `第 ${data.level} 关` : '成绩'}
      hero={data && <ResultHero result={data} />}
      tone={data?.passed ? 'green' : 'red'}
      footer={data && <Foot result={data} campaign={campaign} onRevive={() => setReading(true)} />}
    >
      <UnlessRefused query={result} campaignId={campaignId}>
        <QueryView query={result}>
          {(paper) => (
            <>
              <Standing campaignId={campaignId} campaign={campaign} />
              {campaign && <UnitPrompt campaign={campaign} />}
              <Notify />
              <Review result={paper} />
            </>
          )}
        </QueryView>
      </UnlessRefused>
      {data && <ReviveSheet result={data} seconds={data.reviveAfter ?? 0} open={reading} onClose={close} />}
    </Page>
  )
}

export default ResultPage
