import { View } from '@tarojs/components'
import { claimMachine } from 'types/prize-machines'
import type { ClaimRow } from 'types/quiz-prize'
import { Card } from '@/components/card'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { showYuan } from './prize-values'

const timeWords = ({ state, handed, expiresAt }: ClaimRow): string => {
  if (handed) return `${showTime(handed.at)} 由${handed.by}发给 ${handed.to}`
  return state === 'held' ? `${showTime(expiresAt)} 前领取` : `${showTime(expiresAt)} 到期，已收回`
}

/** One piece: what it is, whose (masked), and how far it has come. */
export const ClaimFacts = ({ claim }: { claim: ClaimRow }) => (
  <View className="stack-s">
    <View className="row-between">
      <View className="title grow">{claim.prizeTitle}</View>
      <StateTag state={claimMachine.states[claim.state]} />
    </View>
    <View className="text-m">
      {[claim.name ?? '未留姓名', claim.unit, claim.how === 'draw' ? '抽奖' : '申领', showYuan(claim.value)]
        .filter(Boolean)
        .join(' · ')}
    </View>
    <View className="note">{timeWords(claim)}</View>
  </View>
)

export const ClaimRowCard = ({ claim }: { claim: ClaimRow }) => (
  <Card>
    <ClaimFacts claim={claim} />
  </Card>
)
