import { useState } from 'react'
import { View } from '@tarojs/components'
import { identityLabels } from 'types/hazard'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { useHazardCommand, type HazardDetail } from './api'
import { ReasonSheet } from './reason-sheet'

type Reporter = HazardDetail['reporters'][number]

const Row = ({ id, at, no }: { id: string; at: Reporter; no: number }) => {
  const [open, setOpen] = useState(false)
  const reading = useHazardCommand('openIdentity')
  const look = (reason: string) => reading.mutate({ id, of: at.id, reason }, { onSuccess: () => setOpen(false) })
  const name = at.name ?? reading.data?.name
  return (
    <View className="stack-s">
      <View className="row-between">
        <View className="strong">
          {no === 0 ? '第一上报人' : `共同上报人 ${no}`}
          {name && ` · ${name}`}
        </View>
        <Tag tone="blue">{identityLabels[at.identity]}</Tag>
      </View>
      <View className="note">{showTime(at.at)} 反映</View>
      {at.words && <View className="text-m pre-line">{at.words}</View>}
      {at.mayOpen && !name && (
        <View className="row-wrap">
          <Button small kind="quiet" icon="eye" onPress={() => setOpen(true)}>
            查看身份
          </Button>
        </View>
      )}
      <ReasonSheet
        open={open}
        title="查看上报人身份"
        hint="这位上报人会看到这段话。"
        reading={reading}
        onReason={look}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}

/** Everybody who reported the same, in the order a reward goes by. */
export const ReportersCard = ({ detail }: { detail: HazardDetail }) => {
  if (detail.reporters.length < 2) return null
  return (
    <Card>
      <View className="stack">
        <View className="strong">{detail.reporters.length} 人反映了这一处</View>
        {detail.reporters.map((at, no) => (
          <Row key={at.id} id={detail.id} at={at} no={no} />
        ))}
      </View>
    </Card>
  )
}
