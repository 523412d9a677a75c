import { useCallback, useRef, useState } from 'react'
import type { Paper } from 'types/quiz-play'
import { readStored, removeStored, writeStored } from '@/lib/storage'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { useSubmitPaper } from './api'
import { tap, toAnswers, type Chosen, type Question } from './paper-answers'

const draftVersion = 1

const revive = (paper: Paper): Chosen => {
  const draft = readStored('draft-paper', paper.id)
  return draft?.version === draftVersion ? (draft.values as Chosen) : {}
}

/** The answers of one paper: kept on the phone until they are in, handed in once. */
export const useAnswering = (paper: Paper) => {
  const [chosen, setChosen] = useState<Chosen>(() => revive(paper))
  const latest = useRef(chosen)
  const submission = useSubmitPaper()
  const { mutate } = submission

  const pick = useCallback(
    (question: Question, option: number) => {
      latest.current = tap(latest.current, question, option)
      setChosen(latest.current)
      writeStored(
        'draft-paper',
        { version: draftVersion, savedAt: new Date().toISOString(), values: latest.current },
        paper.id,
      )
    },
    [paper.id],
  )

  const handIn = useCallback(() => {
    const { id, campaignId } = paper
    mutate(
      { id, campaignId, answers: toAnswers(paper, latest.current) },
      {
        onSuccess: () => {
          removeStored('draft-paper', id)
          replacePage(routes.quizResult, { id, campaignId })
        },
      },
    )
  }, [paper, mutate])

  return { chosen, pick, handIn, submission }
}
