import { useCallback, useEffect, useState } from 'react'
import type { Paper } from 'types/quiz-play'
import { replacePage } from '@/lib/go'
import { removeStored } from '@/lib/storage'
import { routes } from '@/lib/routes'
import { useForgetPlay, useSubmitPaper } from './api'
import type { Locked } from './lock-queue'
import * as state from './sheet-state'
import { useLockQueue } from './use-lock-queue'
import { useSheet } from './use-sheet'

/** A choice of single and judge may be changed for so long. */
export const undoMs = 3000
/** So long the word on an answer stays before the next question comes by itself. */
const markedMs = 1500

/** Right after: in one step where the answer stays on the phone, else once the cloud has said what came of it. */
const advance = (paper: Paper, sheet: state.Sheet) => (paper.answering === 'paper' ? state.onward(paper, sheet) : sheet)

/** Hands the paper in, and goes to its result however it was closed. */
const useHandIn = (paper: Paper, answers: () => state.Standing[]) => {
  const submission = useSubmitPaper()
  const forget = useForgetPlay()
  const { mutate } = submission
  const { id, campaignId } = paper
  const showResult = useCallback(() => {
    removeStored('draft-paper', id)
    forget(campaignId)
    replacePage(routes.quizResult, { id, campaignId })
  }, [id, campaignId, forget])
  const handIn = useCallback(
    () => mutate({ id, campaignId, answers: answers() }, { onSuccess: showResult }),
    [id, campaignId, answers, mutate, showResult],
  )
  return { handIn, showResult, submission }
}

/** Goes on by itself: a choice stands after three seconds, a marked question makes room for the next one. */
const useByItself = (paper: Paper, sheet: state.Sheet, closed: boolean, onLock: () => void, onNext: () => void) => {
  const question = paper.questions[sheet.at]
  const { picked } = sheet
  const isRunning = picked.length > 0 && question?.kind !== 'multiple'
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setTimeout(onLock, undoMs)
    return () => clearTimeout(timer)
  }, [isRunning, picked, onLock])
  const isMarked = closed || (question !== undefined && sheet.marks[question.no] !== undefined)
  useEffect(() => {
    if (!isMarked) return undefined
    const timer = setTimeout(onNext, markedMs)
    return () => clearTimeout(timer)
  }, [isMarked, sheet.at, onNext])
}

/** Sends what stands and has not arrived, also from before the page was left. */
const useSending = (paper: Paper, sheet: state.Sheet, push: (answer: state.Standing) => void) => {
  const { standing } = sheet
  useEffect(() => {
    if (paper.answering === 'locked') for (const answer of state.unsent(sheet)) push(answer)
    // Only an answer more is worth a look; marks come from the queue itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the sheet changes with every tap
  }, [paper, standing.length, push])
}

/** The answers of one paper, from the first tap to its result. */
export const useAnswering = (paper: Paper) => {
  const { sheet, current, change, seconds } = useSheet(paper)
  const [closed, setClosed] = useState(false)
  const answers = useCallback(() => state.toAnswers(paper, current(), seconds()), [paper, current, seconds])
  const { handIn, showResult, submission } = useHandIn(paper, answers)

  const onLocked = useCallback(
    (reply: Locked) => {
      change((now) => state.mark(now, reply))
      if (reply.closed) setClosed(true)
    },
    [change],
  )
  const queue = useLockQueue(paper, paper.answering === 'locked', { onLocked, onRefused: handIn })
  const pick = useCallback(
    (option: number) =>
      change((now) => {
        const question = paper.questions[now.at]
        return question ? state.pick(now, question, option) : now
      }),
    [paper, change],
  )
  const undo = useCallback(() => change(state.undo), [change])
  const next = useCallback(
    () => (closed ? showResult() : change((now) => state.onward(paper, now))),
    [closed, showResult, change, paper],
  )
  const lock = useCallback(() => {
    const { at } = current()
    const question = paper.questions[at]
    if (!question) return
    const wasLast = state.nextAfter(paper, current()) === null
    change((now) => advance(paper, state.lock(now, question, seconds())))
    if (wasLast && paper.answering === 'paper') handIn()
  }, [paper, current, change, seconds, handIn])

  useSending(paper, sheet, queue.push)
  useByItself(paper, sheet, closed, lock, next)
  return { sheet, pick, undo, lock, next, handIn, submission, queue, closed }
}
