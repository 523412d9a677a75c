import { View } from '@tarojs/components'
import type { OwnAward } from 'types/hazard-award-own'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { showDate, showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import './award.scss'

const dayWord = (day: string) => showDay(`${day}T12:00:00+08:00`)

const titles = { announced: '已列入奖励公示', final: '已获奖励', handed: '奖励已领取' } as const

const sayingOf = ({ stage, objectUntil, until, where, handedAt }: OwnAward) => {
  if (stage === 'announced') return `公示到 ${showDay(objectUntil)}，没有问题就定稿，到时通知您怎么领。`
  if (stage === 'final') return `请在 ${dayWord(until)}前到${where}领取，出示领取码就行，不用说您是谁。`
  return handedAt ? `${showDate(handedAt)}领取。谢谢您为大家的安全出力。` : '谢谢您为大家的安全出力。'
}

/** What became of the reward of one's report, and what to do to get it. */
export const OwnAwardCard = ({ award }: { award: OwnAward | null }) => {
  if (!award) return null
  return (
    <Card tone={award.stage === 'announced' ? 'amber' : 'green'}>
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{titles[award.stage]}</View>
          <View className="strong">{award.reward}</View>
        </View>
        <View>
          {award.title}，第 {award.seat} 位，公示称呼“{award.label}”。
        </View>
        <View>{sayingOf(award)}</View>
        {award.code && (
          <View>
            <View className="note">领取码</View>
            <View className="award-code">{award.code}</View>
          </View>
        )}
        <Button kind="ghost" icon="document" onPress={() => openPage(routes.hazardAward, { id: award.id })}>
          看公示名单
        </Button>
      </View>
    </Card>
  )
}

/** Said once the hazard is closed, before anybody speaks of a reward. */
export const ThanksCard = ({ joined }: { joined: boolean }) => (
  <Card tone="green">
    <View className="stack-s">
      <View className="strong">谢谢您</View>
      <View>{joined ? '您和工友一起反映的隐患' : '您反映的隐患'}已经改好、工会核实销号。身边的人因此更安全了。</View>
    </View>
  </Card>
)
