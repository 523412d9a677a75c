import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/lib/toast-store'
import { useRevive } from './api'
import { LawBasis } from './law-basis'

/** Whole seconds left of so many, from the moment this appears. */
const useReading = (seconds: number): number => {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const until = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft(now)
      if (now === 0) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}

const Act = ({ result, seconds, onDone }: { result: PaperResult; seconds: number; onDone: () => void }) => {
  const left = useReading(seconds)
  const revive = useRevive(result.id, result.campaignId)
  const done = () => {
    showToast('又有一次答题机会了', 'good')
    onDone()
  }
  return (
    <Button
      disabled={left > 0}
      loading={revive.isPending}
      onPress={() => revive.mutate(undefined, { onSuccess: done })}
    >
      {left > 0 ? `请先读完，还有 ${left} 秒` : '读完了，再得一次机会'}
    </Button>
  )
}

type Props = {
  result: PaperResult
  /** Seconds the article must have been open. */
  seconds: number
  open: boolean
  onClose: () => void
}

/** The article of a mistake, read for a while, gives a paper back. */
export const ReviveSheet = ({ result, seconds, open, onClose }: Props) => {
  const wrong = result.questions.find(({ right, chosen }) => !right && chosen.length > 0)
  const question = wrong ?? result.questions.find(({ right }) => !right)
  if (!question) return null
  return (
    <Sheet
      open={open}
      title="读一读这一条"
      onClose={onClose}
      footer={<Act result={result} seconds={seconds} onDone={onClose} />}
    >
      <View className="stack">
        <View className="strong">{question.stem}</View>
        <View>正确答案：{question.key.map((at) => question.options[at] ?? '').join('；')}</View>
        <LawBasis of={question} />
      </View>
    </Sheet>
  )
}
