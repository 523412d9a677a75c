import { View } from '@tarojs/components'
import { campaignMachine } from 'types/quiz-contest'
import type { ContestResults } from 'types/quiz-results'
import { rankByLabels } from 'types/quiz-rank'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { showDate, showDay } from '@/lib/clock'
import { showNumber, showShare } from '@/lib/show-number'
import './office.scss'

const Taken = ({ results: { players, workers } }: { results: ContestResults }) => {
  if (workers === null || workers === 0) return null
  const share = Math.min(1, players / workers)
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">{`职工参与率 ${showShare(share)}`}</View>
          <View className="text-m">{`${showNumber(players)} / ${showNumber(workers)} 人`}</View>
        </View>
        <Progress value={share} tone="green" label="职工参与率" />
      </View>
    </Card>
  )
}

/** A contest in figures. */
export const ResultFigures = ({ results }: { results: ContestResults }) => (
  <>
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{results.title}</View>
          <StateTag state={campaignMachine.states[results.state]} />
        </View>
        <View className="text-m">{`${showDate(results.opensAt)} 至 ${showDay(results.closesAt)}`}</View>
        <View className="text-m">{`单位按${rankByLabels[results.by]}排名`}</View>
      </View>
    </Card>
    <View className="office-stats">
      <Stat value={results.players} label="参与人数" />
      <Stat value={results.papers} label="答卷" />
      <Stat value={results.perfect} label="满分卷" />
    </View>
    <View className="office-stats">
      <Stat value={results.units} label="参与单位" />
      <Stat value={results.absent ?? '—'} label="未参与单位" />
      <Stat value={results.signals.new} label="待核对成绩" tone="red" />
    </View>
    <Taken results={results} />
  </>
)
