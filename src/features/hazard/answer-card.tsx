import { View } from '@tarojs/components'
import type { Picture } from 'types/fields'
import { Card } from '@/components/card'
import { PictureRow } from '@/components/photo-grid'
import { showTime } from '@/lib/clock'

type Answer = { words: string; photos: Picture[]; at: string }

/** What the enterprise says it did, with its pictures. */
export const AnswerCard = ({ answer }: { answer: Answer | null }) => {
  if (!answer) return null
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">企业整改情况</View>
          <View className="note">{showTime(answer.at)}</View>
        </View>
        <View className="pre-line">{answer.words}</View>
        <PictureRow pictures={answer.photos} label="整改后照片" />
      </View>
    </Card>
  )
}

/** The union's words: what it suggests, or why it declined or sent the answer back. */
export const UnionWords = ({ title, words, tone }: { title: string; words: string | null; tone?: 'amber' | 'red' }) => {
  if (!words) return null
  return (
    <Card tone={tone}>
      <View className="stack-s">
        <View className="strong">{title}</View>
        <View className="pre-line">{words}</View>
      </View>
    </Card>
  )
}
