import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Progress } from '@/components/progress'
import { goBack } from '@/lib/go'
import { PracticeQuestion, type Practised } from './practice-question'

type Props = {
  campaignId: string
  /** Questions read so far, and how many there are in all. */
  items: readonly Practised[]
  total: number
  note?: string
  /** Called when the person nears the end of what has been read. */
  onNearEnd?: () => void
  endWord: string
  onEnd?: () => void
}

/** Questions one after another, without a clock and without a score. */
export const PracticeRun = ({ campaignId, items, total, note, onNearEnd, endWord, onEnd = goBack }: Props) => {
  const [at, setAt] = useState(0)
  const question = items[at]
  const next = () => {
    setAt(at + 1)
    if (at + 3 >= items.length) onNearEnd?.()
  }
  if (!question)
    return (
      <Empty icon="check" title={`${total} 题都练过了`} detail="练习不计成绩，可以随时再来。">
        <Button onPress={onEnd}>{endWord}</Button>
      </Empty>
    )
  return (
    <>
      <View className="row">
        <View className="grow">
          <Progress value={(at + 1) / total} label={`第 ${at + 1} 题，共 ${total} 题`} tone="green" />
        </View>
        <View className="text-m strong">
          {at + 1} / {total}
        </View>
      </View>
      <View className="note">练习不占次数，也不计成绩。</View>
      <PracticeQuestion
        key={question.q}
        campaignId={campaignId}
        question={question}
        {...(note !== undefined && { note })}
        nextWord={at + 1 === total ? '练完了' : '下一题'}
        onNext={next}
      />
    </>
  )
}
