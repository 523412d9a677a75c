import { useState } from 'react'
import { View } from '@tarojs/components'
import type { YearRound } from 'types/volunteer-year-assess'
import { roundMachine } from 'types/volunteer-year-machine'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { showDate } from '@/lib/clock'
import { copyText } from '@/lib/copy-text'
import { saying } from '@/lib/said-and-done'
import { useGatherRound, useSealRound } from './year-api'
import './decide-list.scss'

const Sealed = ({ round: { listHash, sealedAt } }: { round: YearRound }) =>
  listHash && sealedAt ? (
    <View className="stack-s">
      <View className="text-m">{showDate(sealedAt)}封存，名单指纹：</View>
      <View className="note decide-hash">{listHash}</View>
      <View className="row-wrap">
        <Button small kind="quiet" onPress={() => void copyText(listHash, '名单指纹')}>
          复制指纹
        </Button>
      </View>
    </View>
  ) : null

const Acts = ({ round }: { round: YearRound }) => {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const gather = useGatherRound()
  const seal = useSealRound()
  const row = { id: round.id, version: round.version }
  if (round.acts.length === 0) return null
  return (
    <View className="row-wrap">
      <Button small kind="ghost" loading={gather.isPending} onPress={() => gather.mutate(row)}>
        补充新入册的人
      </Button>
      <Button small kind="ghost" onPress={() => setAsking(true)}>
        封存结果
      </Button>
      <ConfirmDialog
        open={asking}
        title="封存这一年的考核结果？"
        confirmWord="封存"
        loading={seal.isPending}
        onConfirm={() => seal.mutate(row, saying('已封存', close))}
        onClose={close}
      >
        封存以后不能再改，名单留下指纹；之后可以颁发证书。
      </ConfirmDialog>
    </View>
  )
}

/** How far a union's assessment is. */
export const RoundCard = ({ round }: { round: YearRound }) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="title grow">
          {round.node} {round.year} 年度考核
        </View>
        <StateTag state={roundMachine.states[round.state]} />
      </View>
      {round.gathering && <View className="text-m">名单正在整理，一两分钟后刷新。</View>}
      <View className="row">
        <Stat value={round.people} label="列入" />
        <Stat value={round.waiting.proposed} label="待确认" />
        <Stat value={round.waiting.confirmed} label="待监管" />
        <Stat value={round.waiting.objected} label="有异议" tone="red" />
      </View>
      <View className="text-m">
        优秀 {round.excellent} 人，名额 {round.quota} 个。
      </View>
      <Acts round={round} />
      <Sealed round={round} />
    </View>
  </Card>
)
