import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnYear } from 'types/volunteer-year'
import { yearMachine } from 'types/volunteer-year-machine'
import { hoursWord, yearResultLabels } from 'types/volunteer-year-rules'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { showDay } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { useObjectYear } from './api'
import { ObjectionSheet } from './objection-sheet'

const tones = { excellent: 'green', qualified: 'green', unqualified: 'red' } as const

const Evidence = ({ evidence }: { evidence: NonNullable<OwnYear['evidence']> }) => (
  <View className="text-m">
    依据：专题活动 {evidence.times} 次，全部活动 {evidence.all} 次，服务 {hoursWord(evidence.minutes)}，缺席{' '}
    {evidence.absences} 次。
  </View>
)

const Objection = ({ objection }: { objection: NonNullable<OwnYear['objection']> }) => (
  <Card tone={objection.answer ? 'plain' : 'amber'}>
    <View className="stack-s">
      <View className="strong">我的异议（{showDay(objection.at)}）</View>
      <View className="pre-line">{objection.words}</View>
      {objection.answer ? (
        <View className="pre-line">
          {objection.answer.unit}答复：{objection.answer.words}
        </View>
      ) : (
        <View className="text-m">工会会由没有作出原结果的人答复，请留意消息。</View>
      )}
    </View>
  </Card>
)

const Objecting = ({ mine }: { mine: OwnYear }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const command = useObjectYear()
  const send = (words: string) =>
    command.mutate({ id: mine.id ?? '', version: mine.version, words }, saying('异议已提交', close))
  return (
    <>
      <View className="text-m">如有异议，请在 {showDay(mine.objectUntil ?? '')} 前提出，每年可以提一次。</View>
      <Button kind="ghost" onPress={() => setOpen(true)}>
        提出异议
      </Button>
      {open && <ObjectionSheet hint="写清楚哪次活动、哪个数不对。" command={command} onWords={send} onClose={close} />}
    </>
  )
}

/** The year's result, what it rests on, and what he may say against it. */
export const ResultCard = ({ mine }: { mine: OwnYear }) =>
  mine.result === null ? null : (
    <>
      <Card>
        <View className="stack-s">
          <View className="row-between">
            <View className="title">{mine.year} 年度考核</View>
            <StateTag state={yearMachine.states[mine.state]} />
          </View>
          <View className="row-wrap">
            <Tag tone={tones[mine.result]}>{yearResultLabels[mine.result]}</Tag>
            <View className="text-m">{mine.unit}</View>
          </View>
          {mine.reason && <View className="pre-line">{mine.reason}</View>}
          {mine.evidence && <Evidence evidence={mine.evidence} />}
          {mine.acts.includes('object') && <Objecting mine={mine} />}
        </View>
      </Card>
      {mine.objection && <Objection objection={mine.objection} />}
    </>
  )
