import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Paper } from 'types/quiz-play'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { Progress } from '@/components/progress'
import { Tag } from '@/components/tag'
import { showSeconds } from '@/lib/clock'
import { HandInProblem } from './hand-in-problem'
import { optionLetter } from './option-row'
import { QuestionView } from './question-view'
import { nextAfter, standingOf, unanswered, unsent, type Sheet } from './sheet-state'
import { UndoStrip } from './undo-strip'
import { useAnswering } from './use-answering'
import { useCountdown } from './use-countdown'
import { WaitingAnswer } from './waiting-answer'

type Answering = ReturnType<typeof useAnswering>
type CountdownProps = { paper: Paper; receivedAt: number; onOver: () => void }

const Countdown = ({ paper, receivedAt, onOver }: CountdownProps) => {
  const left = useCountdown(paper, receivedAt, onOver)
  return <Tag tone={left <= 30 ? 'red' : 'amber'}>{`余 ${showSeconds(left)}`}</Tag>
}

const Head = ({ sheet, total, ...countdown }: CountdownProps & { sheet: Sheet; total: number }) => (
  <View className="row">
    <View className="grow">
      <Progress value={sheet.standing.length / total} label={`已答 ${sheet.standing.length} 题，共 ${total} 题`} />
    </View>
    <View className="text-m strong">
      {sheet.at + 1} / {total}
    </View>
    <Countdown {...countdown} />
  </View>
)

const nothing: number[] = []
const sides = [0, 1] as const

/** The question at hand and, beside it and not yet seen, the one to come: going on shows what is drawn already. */
const Questions = ({ paper, sheet, pick }: { paper: Paper; sheet: Sheet; pick: Answering['pick'] }) => {
  const coming = nextAfter(paper, sheet)
  return (
    <>
      {sides.map((side) => {
        const isShown = side === sheet.side
        const question = paper.questions[(isShown ? sheet.at : coming) ?? -1]
        if (!question) return null
        const stands = standingOf(sheet, question.no)
        return (
          <QuestionView
            key={side}
            question={question}
            chosen={stands?.chosen ?? (isShown ? (sheet.picked as number[]) : nothing)}
            right={sheet.marks[question.no]}
            fixed={stands !== undefined}
            hidden={!isShown}
            onPick={pick}
          />
        )
      })}
    </>
  )
}

/** What the one main button says and does. */
const mainAct = (paper: Paper, { sheet, lock, next, handIn, closed }: Answering) => {
  const no = paper.questions[sheet.at]?.no ?? 0
  const isLast = nextAfter(paper, sheet) === null
  if (closed) return { word: '看成绩', act: next, off: false }
  if (paper.answering === 'paper') {
    if (standingOf(sheet, no)) return { word: '交卷', act: handIn, off: false }
    return { word: isLast ? '交卷' : '下一题', act: lock, off: sheet.picked.length === 0 }
  }
  if (sheet.marks[no] !== undefined) return { word: '下一题', act: next, off: false }
  return { word: '就选这个', act: lock, off: sheet.picked.length === 0, busy: standingOf(sheet, no) !== undefined }
}

const Foot = ({ paper, answering, onGiveUp }: { paper: Paper; answering: Answering; onGiveUp: () => void }) => {
  const { sheet, undo, next, submission, closed } = answering
  const question = paper.questions[sheet.at]
  const isRunning = sheet.picked.length > 0 && question?.kind !== 'multiple'
  const isOpen = question !== undefined && !standingOf(sheet, question.no)
  const main = mainAct(paper, answering)
  return (
    <>
      <UndoStrip letter={isRunning ? optionLetter(sheet.picked[0] ?? 0) : null} turn={sheet.turn} onUndo={undo} />
      <View className="row">
        {isOpen && !closed && (
          <Button kind="ghost" onPress={nextAfter(paper, sheet) === null ? onGiveUp : next}>
            {nextAfter(paper, sheet) === null ? '不答了' : '跳过'}
          </Button>
        )}
        <View className="grow">
          <Button loading={submission.isPending || main.busy === true} disabled={main.off} onPress={main.act}>
            {main.word}
          </Button>
        </View>
      </View>
    </>
  )
}

const rulesOf = ({ endsOnWrong, answering }: Paper) => {
  if (endsOnWrong) return '答错一题，本次答题就结束；答完看法条和讲解'
  return answering === 'locked' ? '选定后马上知道对错，不能再改' : '答完交卷，逐题看法条和讲解'
}

/** One question at a time; a choice stands after three seconds, the last one hands the paper in, and so does the end of the time. */
export const PaperSheet = ({ paper, receivedAt }: { paper: Paper; receivedAt: number }) => {
  const answering = useAnswering(paper)
  const { sheet, pick, handIn, submission, queue, next } = answering
  const [asking, setAsking] = useState(false)
  const open = unanswered(paper, sheet)
  const giveUp = () => {
    setAsking(false)
    handIn()
  }
  return (
    <Page
      title={`第 ${paper.level} 关 · ${paper.levelTitle}`}
      footer={<Foot paper={paper} answering={answering} onGiveUp={() => setAsking(true)} />}
    >
      <Head paper={paper} receivedAt={receivedAt} onOver={handIn} sheet={sheet} total={paper.questions.length} />
      {submission.isError && <HandInProblem error={submission.error} onRetry={handIn} />}
      {queue.stuck && (
        <WaitingAnswer
          nos={unsent(sheet).map(({ no }) => no)}
          onRetry={queue.retry}
          {...(!paper.endsOnWrong && nextAfter(paper, sheet) !== null && { onGoOn: next })}
        />
      )}
      <View className="text-m">{rulesOf(paper)}</View>
      <Questions paper={paper} sheet={sheet} pick={pick} />
      <ConfirmDialog
        open={asking}
        title="还有题没有作答"
        confirmWord="现在交卷"
        cancelWord="回去作答"
        onConfirm={giveUp}
        onClose={() => setAsking(false)}
      >
        第 {open.join('、')} 题还没有选答案，交卷后不能再改。
      </ConfirmDialog>
    </Page>
  )
}
