import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { playEntries } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { aria } from '@/lib/aria'
import { sentenceOf } from '@/lib/query-client'
import { usePractise } from './api'
import { LawBasis } from './law-basis'
import { QuestionView } from './question-view'
import { isRefused, RefusedPractice } from './refused-practice'

export type Practised = OutputOf<typeof playEntries.practice>['items'][number]
type Marking = OutputOf<typeof playEntries.practise>

const Explained = ({ marking, note }: { marking: Marking; note: string }) => (
  <Card tone={marking.right ? 'green' : 'red'}>
    <View className="stack-s" {...aria({ role: 'status' })}>
      <View className="row-wrap">
        <Tag tone={marking.right ? 'green' : 'red'}>{marking.right ? '答对了' : '答错了'}</Tag>
        {marking.right && note && <View className="text-m">{note}</View>}
      </View>
      <LawBasis of={marking} />
    </View>
  </Card>
)

/** Single and judge are marked at the tap, multiple once the choice is confirmed; what failed is tapped again. */
const useMarking = (campaignId: string, { q, level, kind }: Practised) => {
  const [chosen, setChosen] = useState<number[]>([])
  const { mutate, data, error, isPending } = usePractise()
  const check = useCallback(
    (choice: number[]) => mutate({ campaignId, level, q, chosen: choice }),
    [mutate, campaignId, level, q],
  )
  const pick = useCallback(
    (option: number) => {
      if (kind === 'multiple')
        return setChosen((now) =>
          now.includes(option) ? now.filter((one) => one !== option) : [...now, option].sort((a, b) => a - b),
        )
      setChosen([option])
      check([option])
    },
    [kind, check],
  )
  return { chosen, pick, check, data, error, isPending }
}

type Props = {
  campaignId: string
  question: Practised
  /** Said beside a right answer. */
  note?: string
  nextWord: string
  onNext: () => void
}

/** One question to practise: marked at once, with its reason. */
export const PracticeQuestion = ({ campaignId, question, note = '', nextWord, onNext }: Props) => {
  const { chosen, pick, check, data, error, isPending } = useMarking(campaignId, question)
  if (isRefused(error)) return <RefusedPractice error={error} campaignId={campaignId} />
  return (
    <>
      <QuestionView
        question={question}
        chosen={chosen}
        fixed={data !== undefined || isPending}
        right={data?.right}
        {...(data && { answer: data.key })}
        onPick={pick}
      />
      {error && (
        <View className="ink-red" {...aria({ role: 'alert' })}>
          {sentenceOf(error)}请再选一次。
        </View>
      )}
      {data && <Explained marking={data} note={note} />}
      {data ? (
        <Button onPress={onNext}>{nextWord}</Button>
      ) : (
        question.kind === 'multiple' && (
          <Button disabled={chosen.length === 0} loading={isPending} onPress={() => check(chosen)}>
            看答案
          </Button>
        )
      )}
    </>
  )
}
