import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Stat } from '@/components/stat'
import { useRanking, useResult } from '@/features/quiz/api'
import { MarkedQuestion } from '@/features/quiz/marked-question'
import { ResultHero } from '@/features/quiz/result-hero'
import { useProgress } from '@/features/session/api'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage, openTab, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showShare } from '@/lib/show-number'

/** How the unit stands, or, for who has no unit yet, what this paper brought. */
const Standing = ({ campaignId }: { campaignId: string }) => {
  const mine = useRanking(campaignId, 1).data?.mine
  const progress = useProgress(campaignId).data
  if (mine)
    return (
      <Card onPress={() => openPage(routes.quizRanking, { campaignId })}>
        <View className="row">
          <Stat value={`第 ${mine.rank}`} label="本单位名次" />
          <Stat value={showShare(mine.rate)} label="本单位参与率" />
          <Stat value={mine.average} label="人均得分" />
        </View>
      </Card>
    )
  return (
    <Card>
      <View className="row">
        <Stat value={progress?.points} label="我的积分" />
        <Stat value={progress?.levels.filter((level) => level.state === 'passed').length} label="已过关卡" />
        <Stat value={progress?.attemptsLeftToday} label="今天还能答" />
      </View>
    </Card>
  )
}

const NextStep = ({ result }: { result: PaperResult }) => {
  const levels = useProgress(result.campaignId).data?.levels ?? []
  const { campaignId, passed, level, nextLevel } = result
  const hasNext = passed && nextLevel !== null && levels.some((one) => one.level === nextLevel)
  if (passed && !hasNext) return <Button onPress={() => openTab('quiz')}>回到关卡</Button>
  const target = hasNext ? nextLevel : level
  return (
    <Button onPress={() => replacePage(routes.quizPaper, { campaignId, level: String(target) })}>
      {hasNext ? `挑战第 ${target} 关` : '再挑战一次'}
    </Button>
  )
}

const Review = ({ result }: { result: PaperResult }) => {
  const wrong = result.questions.filter((question) => !question.right)
  const right = result.questions.filter((question) => question.right)
  return (
    <View className="stack">
      {wrong.length > 0 && <View className="title">先看答错的 {wrong.length} 题</View>}
      {wrong.map((question) => (
        <MarkedQuestion key={question.no} question={question} />
      ))}
      {right.length > 0 && <View className="title">答对的 {right.length} 题</View>}
      {right.map((question) => (
        <MarkedQuestion key={question.no} question={question} />
      ))}
    </View>
  )
}

/** What came of a paper, and why: the law behind every question. */
const ResultPage = () => {
  const id = useNeededParam('id')
  const campaignId = useNeededParam('campaignId')
  const result = useResult(id, campaignId)
  const { data } = result
  return (
    <Page
      title={data ? `第 ${data.level} 关` : '成绩'}
      hero={data && <ResultHero result={data} />}
      tone={data?.passed ? 'green' : 'red'}
      footer={data && <NextStep result={data} />}
    >
      <QueryView query={result}>
        {(paper) => (
          <>
            <Standing campaignId={campaignId} />
            <Review result={paper} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default ResultPage
