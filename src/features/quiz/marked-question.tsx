import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { optionLetter } from './option-row'

type Marked = PaperResult['questions'][number]

const letters = (indexes: readonly number[]) => indexes.map(optionLetter).join('、') || '没有作答'
const texts = ({ key, options }: Marked) => key.map((index) => options[index] ?? '').join('；')

/** A question after the paper closed: what was right, why, and where it is written. */
export const MarkedQuestion = ({ question }: { question: Marked }) => (
  <Card>
    <View className="stack-s">
      <View className="row-wrap">
        <Tag tone={question.right ? 'green' : 'red'}>{question.right ? '答对' : '答错'}</Tag>
        <View className="text-m">第 {question.no} 题</View>
      </View>
      <View className="strong">{question.stem}</View>
      {!question.right && <View className="text-m">您的答案：{letters(question.chosen)}</View>}
      <View>
        正确答案：{letters(question.key)}（{texts(question)}）
      </View>
      <View className="text-m">{question.explain}</View>
      <View className="note">
        依据 {question.law}（{question.lawVersion}）第 {question.article} 条
        {question.phrase && `：“${question.phrase}”`}
      </View>
    </View>
  </Card>
)
