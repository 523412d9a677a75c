import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { useMarkPreview, useTrial, type Trial, type TrialResult } from '@/features/office/contest-api'
import type { Contest } from '@/features/office/contest-values'
import { answeringWords, minutesOf } from '@/features/office/contest-words'
import '@/features/office/office.scss'
import { MarkedQuestion } from '@/features/quiz/marked-question'
import { QuestionView } from '@/features/quiz/question-view'
import { sentenceOf } from '@/lib/query-client'

type Chosen = Record<number, number[]>

const pick = (kind: string, chosen: readonly number[], option: number): number[] => {
  if (kind !== 'multiple') return [option]
  return chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option].sort((a, b) => a - b)
}

const Gained = ({ result, contest }: { result: TrialResult; contest: Contest }) => {
  const { right, total, passed, gained, closedBy } = result
  const told = [
    `${gained.points} 分`,
    ...(gained.chances > 0 ? [`${gained.chances} 次抽奖机会`] : []),
    ...(gained.card ? [`一张“${gained.card}”卡`] : []),
  ].join('、')
  return (
    <Card tone={passed ? 'green' : 'amber'}>
      <View className="stack-s">
        <View className="title">{`答对 ${right} / ${total} 题`}</View>
        <View>{`职工这样答，得到 ${told}。`}</View>
        {closedBy === 'mistake' && <View>答错即止：第一道错题之后的都不算。</View>}
        {gained.chances === 0 && contest.rules.chances.perCards && <View>集齐一套卡才有抽奖机会。</View>}
      </View>
    </Card>
  )
}

const Questions = ({ trial, chosen, onPick }: { trial: Trial; chosen: Chosen; onPick: (next: Chosen) => void }) => (
  <>
    {trial.questions.map((question) => (
      <Card key={question.no}>
        <View className="note">{`第 ${question.no} / ${trial.questions.length} 题`}</View>
        <QuestionView
          question={question}
          chosen={chosen[question.no] ?? []}
          fixed={false}
          onPick={(option) =>
            onPick({ ...chosen, [question.no]: pick(question.kind, chosen[question.no] ?? [], option) })
          }
        />
      </Card>
    ))}
  </>
)

/** What is wrong with the rules is told in their words; anything else may pass with another try. */
const Problem = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const sentences = error instanceof AppError ? Object.values(error.fields ?? {}) : []
  if (sentences.length === 0) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <Card tone="red">
      <View className="stack-s">
        <View className="strong">这样的规则还不能试答</View>
        {sentences.map((sentence) => (
          <View key={sentence}>{sentence}</View>
        ))}
      </View>
    </Card>
  )
}

type Props = { nodeId: string; contest: Contest; onClose: () => void }

type Asked = { level: number; round: number }

/** The contest as a player would meet it, before it stands. Nothing of it is kept. */
export const ContestTrial = ({ nodeId, contest, onClose }: Props) => {
  const { rules, levels } = contest
  const [{ level, round }, setAsked] = useState<Asked>({ level: 1, round: 1 })
  const [chosen, setChosen] = useState<Chosen>({})
  const tried = { nodeId, contest: { rules, levels }, level }
  const trial = useTrial(tried, round)
  const marking = useMarkPreview()
  const result = marking.data
  const ask = (which: number) => {
    marking.reset()
    setChosen({})
    setAsked({ level: which, round: round + 1 })
  }
  const handIn = () => {
    if (!trial.data) return
    const answers = Object.entries(chosen).map(([no, options]) => ({ no: Number(no), chosen: options }))
    marking.mutate(
      { ...tried, _id: trial.data._id, paper: trial.data.paper.id, answers },
      // What it brought stands at the top; the button was at the end.
      { onSuccess: () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }) },
    )
  }
  const foot = result ? (
    <Button onPress={() => ask(level)}>换一份再试</Button>
  ) : (
    <Button loading={marking.isPending} disabled={!trial.data} onPress={handIn}>
      交卷，看职工能得什么
    </Button>
  )
  return (
    <Page title="试答" wide footer={<View className="office-act">{foot}</View>}>
      <View className="office-form">
        <Card tone="amber">
          {`题目从题库现抽，不算成绩、不进统计。正式比赛：${answeringWords(rules)}，限时 ${minutesOf(levels[level - 1]?.seconds ?? 0)} 分钟。`}
        </Card>
        {levels.length > 1 && (
          <ChipChoice
            label="试哪一关"
            options={levels.map(({ title }, index) => ({ value: String(index + 1), label: title }))}
            value={String(level)}
            onChange={(value) => ask(Number(value))}
          />
        )}
        {trial.isPending && <Skeleton kind="card" />}
        {trial.error && <Problem error={trial.error} onRetry={() => ask(level)} />}
        {marking.error && <Card tone="red">{sentenceOf(marking.error)}</Card>}
        {result && <Gained result={result} contest={contest} />}
        {result?.questions.map((question) => (
          <MarkedQuestion key={question.no} question={question} />
        ))}
        {trial.data && !result && <Questions trial={trial.data.paper} chosen={chosen} onPick={setChosen} />}
        <Button kind="quiet" onPress={onClose}>
          回去改规则
        </Button>
      </View>
    </Page>
  )
}
