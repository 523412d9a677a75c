import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Progress } from '@/components/progress'
import { showNumber } from '@/lib/show-number'
import type { Drive } from './api'

type Share = Drive['shares'][number]

/** Small shares with a decimal, so that two of them can be told apart. */
const showShare = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`

const figures = ({ players, workers, found, closed, activities }: Share): string =>
  [
    players > 0 && `答题 ${showNumber(players)} 人次${workers > 0 ? `（职工 ${showNumber(workers)} 人）` : ''}`,
    found > 0 && `查出 ${showNumber(found)} 处，整改 ${showNumber(closed)} 处`,
    activities > 0 && `志愿活动 ${activities} 场`,
  ]
    .filter(Boolean)
    .join(' · ') || '还没有记录'

const Row = ({ share, word }: { share: Share; word: string }) => (
  <View className="stack-s">
    <View className="row-between">
      <View className="strong">{share.nodeName}</View>
      <View>{share.percent === null ? '—' : `${word} ${showShare(share.percent)}`}</View>
    </View>
    {share.percent !== null && (
      <Progress value={share.percent} tone="green" label={`${share.nodeName}${word} ${showShare(share.percent)}`} />
    )}
    <View className="text-m">{figures(share)}</View>
  </View>
)

/** The unions right below side by side, by their share of their own workers. */
export const SharesCard = ({ drive: { shares, contests } }: { drive: Drive }) => {
  if (shares.length === 0) return null
  const word = contests.length > 0 ? '参与率' : '整改率'
  return (
    <Card>
      <View className="stack">
        <View className="title">各下级工会</View>
        <View className="text-m">
          {contests.length > 0
            ? '按职工参与率排列（参加答题的人数占登记职工数，几个竞赛取最高的一个）。'
            : '按整改率排列（已整改的占查出的）。'}
        </View>
        {shares.map((share) => (
          <Row key={share.nodeId} share={share} word={word} />
        ))}
      </View>
    </Card>
  )
}
