import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { objectionMachine } from 'types/hazard-award'
import type { ObjectionRow } from 'types/hazard-award-office'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { AnswerSheet } from './award-sheets'

const aboutOf = ({ seat, label }: ObjectionRow) => (seat === null ? '整份名单' : `第 ${seat} 位 ${label ?? ''}`)

const One = ({ objection, onAnswer }: { objection: ObjectionRow; onAnswer: () => void }) => {
  const { state, words, by, at, answer, flagged } = objection
  return (
    <Card tone={state === 'raised' ? 'amber' : 'plain'}>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong grow">{aboutOf(objection)}</View>
          <StateTag state={objectionMachine.states[state]} />
        </View>
        <View className="pre-line">{words}</View>
        <View className="note">
          {by ?? '没有留姓名'} · {showTime(at)}
          {flagged && ' · 内容请再看一遍'}
        </View>
        {answer && (
          <View>
            {answer.upheld ? '异议成立' : '维持名单'}：{answer.words}
          </View>
        )}
        {state === 'raised' && (
          <Button small onPress={onAnswer}>
            答复
          </Button>
        )}
      </View>
    </Card>
  )
}

/** What was said against a list; each is answered before the list is settled. */
export const ObjectionList = ({ objections }: { objections: readonly ObjectionRow[] }) => {
  const [answering, setAnswering] = useState<ObjectionRow>()
  const close = useCallback(() => setAnswering(undefined), [])
  if (objections.length === 0) return null
  return (
    <View className="stack">
      <View className="title">异议（{objections.length} 条）</View>
      <View className="office-grid">
        {objections.map((one) => (
          <One key={one.id} objection={one} onAnswer={() => setAnswering(one)} />
        ))}
      </View>
      {answering && <AnswerSheet objection={answering} onClose={close} />}
    </View>
  )
}
