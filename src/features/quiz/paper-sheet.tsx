import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { Paper } from 'types/quiz-play'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { Progress } from '@/components/progress'
import { Tag } from '@/components/tag'
import { showSeconds } from '@/lib/clock'
import { HandInProblem } from './hand-in-problem'
import { unanswered } from './paper-answers'
import { QuestionView } from './question-view'
import { useAnswering } from './use-answering'
import { useCountdown } from './use-countdown'

const Countdown = ({ paper, receivedAt, onOver }: { paper: Paper; receivedAt: number; onOver: () => void }) => {
  const left = useCountdown(paper, receivedAt, onOver)
  return <Tag tone={left <= 30 ? 'red' : 'amber'}>{`余 ${showSeconds(left)}`}</Tag>
}

/** One question at a time; the last one hands the paper in, and so does the end of the time. */
export const PaperSheet = ({ paper, receivedAt }: { paper: Paper; receivedAt: number }) => {
  const { chosen, pick, handIn, submission } = useAnswering(paper)
  const [at, setAt] = useState(0)
  const [asking, setAsking] = useState(false)
  const question = paper.questions[at]
  const total = paper.questions.length
  const isLast = at === total - 1
  const open = unanswered(paper, chosen)
  const onPick = useCallback((option: number) => question && pick(question, option), [question, pick])
  const finish = () => {
    setAsking(false)
    handIn()
  }
  if (!question) return null
  return (
    <Page
      title={`第 ${paper.level} 关 · ${paper.levelTitle}`}
      footer={
        <View className="row">
          {at > 0 && (
            <Button kind="ghost" onPress={() => setAt(at - 1)}>
              上一题
            </Button>
          )}
          <View className="grow">
            <Button
              loading={submission.isPending}
              disabled={!isLast && (chosen[question.no] ?? []).length === 0}
              onPress={() => (isLast ? (open.length > 0 ? setAsking(true) : finish()) : setAt(at + 1))}
            >
              {isLast ? '交卷' : '下一题'}
            </Button>
          </View>
        </View>
      }
    >
      <View className="row">
        <View className="grow">
          <Progress value={(at + 1) / total} label={`第 ${at + 1} 题，共 ${total} 题`} />
        </View>
        <View className="text-m strong">
          {at + 1} / {total}
        </View>
        <Countdown paper={paper} receivedAt={receivedAt} onOver={handIn} />
      </View>
      {submission.isError && <HandInProblem error={submission.error} onRetry={handIn} />}
      <QuestionView question={question} chosen={chosen[question.no] ?? []} onPick={onPick} />
      <View className="text-m center">选错了也没关系，交卷后逐题看法条和讲解</View>
      <ConfirmDialog
        open={asking}
        title="还有题没有作答"
        confirmWord="现在交卷"
        cancelWord="回去作答"
        onConfirm={finish}
        onClose={() => setAsking(false)}
      >
        第 {open.join('、')} 题还没有选答案，交卷后不能再改。
      </ConfirmDialog>
    </Page>
  )
}
