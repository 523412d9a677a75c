import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { LawBasis } from './law-basis'
import { optionLetter } from './option-row'

type Marked = PaperResult['questions'][number]

const letters = (indexes: readonly number[]) => indexes.map(optionLetter).join('、') || '没有作答'
const texts = ({ key, options }: Marked) => key.map((index) => options[index] ?? '').join('；')

const wordOf = ({ right, chosen }: Marked) => (right ? '答对' : chosen.length === 0 ? '没答' : '答错')

type Props = {
  question: Marked
  /** What can be done about this question. */
  children?: ReactNode
}

/** A question after the paper closed: what was right, why, and where it is written. */
export const MarkedQuestion = ({ question, children }: Props) => (
  <Card>
    <View className="stack-s">
      <View className="row-wrap">
        <Tag tone={question.right ? 'green' : 'red'}>{wordOf(question)}</Tag>
        <View className="text-m">第 {question.no} 题</View>
      </View>
      <View className="strong">{question.stem}</View>
      {!question.right && <View className="text-m">您的答案：{letters(question.chosen)}</View>}
      <View>
        正确答案：{letters(question.key)}（{texts(question)}）
      </View>
      <LawBasis of={question} />
      {children}
    </View>
  </Card>
)
