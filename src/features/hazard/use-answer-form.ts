import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { questionWords } from 'types/hazard-doubts'
import { useDraft } from '@/hooks/use-draft'
import { submit } from '@/lib/submit-queue'
import { showToast } from '@/lib/toast-store'
import { answerVersion, freshAnswer, toAnswer, type AnswerValues } from './answer-values'
import { answerQuestion } from './question-words'

type Hazard = { id: string; version: number; words: string }

/** The fixer's answer: its draft, the question before empty words, and the way into the queue. */
export const useAnswerForm = (hazard: Hazard, onSpot = false) => {
  const form = useForm<AnswerValues>({ defaultValues: freshAnswer, shouldFocusError: false })
  const draft = useDraft({ key: 'draft-answer', version: answerVersion, form, part: hazard.id })
  const [asking, setAsking] = useState(false)

  const send = () => {
    setAsking(false)
    void submit(toAnswer(hazard, form.getValues(), onSpot))
    draft.clear()
  }
  const check = form.handleSubmit(
    ({ words }) => (questionWords(words, { hasPhoto: true }) ? setAsking(true) : send()),
    ({ words, photos }) => showToast(photos?.message ?? words?.message ?? '请检查填写的内容', 'bad'),
  )
  return { form, asking, closeQuestion: () => setAsking(false), send, submitNow: () => void check(), answerQuestion }
}
