import { View } from '@tarojs/components'
import { objectionMachine } from 'types/hazard-award'
import type { ObjectionView } from 'types/hazard-award-public'
import { Card } from '@/components/card'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { useOwnObjections } from './api'

const One = ({ objection }: { objection: ObjectionView }) => {
  const { seat, state, words, at, answer } = objection
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">您的异议（{seat === null ? '整份名单' : `第 ${seat} 位`}）</View>
          <StateTag state={objectionMachine.states[state]} />
        </View>
        <View className="pre-line">{words}</View>
        <View className="note">{showTime(at)}提出</View>
        {answer && (
          <View>
            <View className="strong">工会答复：{answer.upheld ? '异议成立' : '维持名单'}</View>
            <View className="pre-line">{answer.words}</View>
          </View>
        )}
      </View>
    </Card>
  )
}

/** What this phone raised against a list, with the answers. */
export const ObjectionCards = ({ awardId, named }: { awardId: string; named: string | undefined }) => (
  <>
    {useOwnObjections(awardId, named).map((objection) => (
      <One key={objection.id} objection={objection} />
    ))}
  </>
)
