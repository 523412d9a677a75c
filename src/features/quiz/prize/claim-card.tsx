import { View } from '@tarojs/components'
import type { MyClaim } from 'types/quiz-prize'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { Tag, type TagTone } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { spaced } from './prize-words'
import './prize.scss'

const states: Record<MyClaim['state'], { word: string; tone: TagTone }> = {
  asking: { word: '排队中', tone: 'amber' },
  none: { word: '没领到', tone: 'grey' },
  held: { word: '待领取', tone: 'red' },
  handed: { word: '已领取', tone: 'green' },
  expired: { word: '过期未领', tone: 'grey' },
}

const notes = ({ state, handedAt, expiresAt, place }: MyClaim): string => {
  if (state === 'asking') return '正在按先后排队，几秒钟就有结果。'
  if (state === 'none') return '晚了一步，已经领完，机会退回给您了。'
  if (state === 'handed') return `${showTime(handedAt ?? '')} 已经领走。`
  if (state === 'expired') return `${showTime(expiresAt ?? '')} 到期没有领取，已经收回。`
  return `请在 ${showTime(expiresAt ?? '')} 前到${place ?? '工会'}，出示下面的领奖码。`
}

const Code = ({ claim }: { claim: MyClaim }) => (
  <View className="claim-code">
    {claim.qr && <Picture className="claim-code-picture" src={claim.qr} label={`领奖二维码 ${claim.code}`} />}
    <View className="claim-code-letters">{spaced(claim.code ?? '')}</View>
    <View className="note">工作人员扫码，或念这九位码</View>
  </View>
)

/** What I asked for or won, and with what I fetch it. */
export const ClaimCard = ({ claim }: { claim: MyClaim }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{claim.prizeTitle}</View>
        <Tag tone={states[claim.state].tone}>{states[claim.state].word}</Tag>
      </View>
      <View className="text-m">{notes(claim)}</View>
      {claim.state === 'held' && claim.code && <Code claim={claim} />}
    </View>
  </Card>
)
