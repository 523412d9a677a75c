import { useEffect, useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import type { OutputOf } from 'types/contract'
import { questionWords } from 'types/hazard-doubts'
import { suggestKinds } from 'types/hazard-words'
import type { personEntries } from 'types/org'
import { reportQuestions } from '@/features/hazard/question-words'
import { showReceipt, startReport, useReportRound } from '@/features/hazard/report-round'
import { freshReport, reportVersion, toSubmission, type ReportValues } from '@/features/hazard/report-values'
import { forgetRetrieval, rememberRetrieval, retrievalKeyOf } from '@/features/hazard/retrieval'
import { useDraft } from '@/hooks/use-draft'
import { dropKeptFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { readStored } from '@/lib/storage'
import { submit } from '@/lib/submit-queue'
import { showToast } from '@/lib/toast-store'

export type LandingData = OutputOf<typeof personEntries.landing>

const draftHolds = (): boolean => {
  const { words = '', photos = [] } = (readStored('draft-hazard')?.values ?? {}) as Partial<ReportValues>
  return words.trim() !== '' || photos.length > 0
}

const boothPlace = (landing: LandingData | undefined) => ({
  unit: landing?.enterprise ?? null,
  place: (landing?.booth?.place ?? '').slice(0, 60),
})

/** Place and enterprise of the scanned booth, as long as the person has given neither. True while they stand untouched. */
const usePrefill = (form: UseFormReturn<ReportValues>, landing: LandingData | undefined): boolean => {
  const [unit, place] = useWatch({ control: form.control, name: ['unit', 'place'] })
  useEffect(() => {
    const given = form.getValues()
    const booth = boothPlace(landing)
    if (given.unit || given.place.trim() !== '' || (!booth.unit && booth.place === '')) return
    form.setValue('unit', booth.unit)
    form.setValue('place', booth.place)
  }, [form, landing])
  const booth = boothPlace(landing)
  return place !== '' && place === booth.place && unit?.id === booth.unit?.id
}

const retrievalKeyFor = async ({ identity }: ReportValues, id: string): Promise<string | undefined> => {
  if (identity !== 'anonymous') {
    // It was anonymous before it was taken back to be changed.
    if (retrievalKeyOf(id)) forgetRetrieval(id)
    return undefined
  }
  const key = retrievalKeyOf(id) ?? (await newId())
  rememberRetrieval(id, key)
  return key
}

/** The report form: its draft, its one id, the question before doubtful words, and the way into the queue. */
export const useReportForm = (landing: LandingData | undefined, boothId: string | undefined) => {
  const form = useForm<ReportValues>({ defaultValues: freshReport, shouldFocusError: false })
  const [restored] = useState(draftHolds)
  const [question, setQuestion] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const draft = useDraft({ key: 'draft-hazard', version: reportVersion, form })
  const fromBooth = usePrefill(form, landing)

  useEffect(() => {
    void newId().then((id) => {
      if (form.getValues('id') === '') form.setValue('id', id)
    })
  }, [form])

  const danger = useReportRound((round) => round.danger)
  useEffect(() => {
    if (!danger) return
    form.setValue('danger', true)
    useReportRound.setState({ danger: false })
  }, [danger, form])

  const send = async () => {
    if (sending) return
    setQuestion(null)
    setSending(true)
    const values = form.getValues()
    const id = values.id || (await newId())
    const kind = values.kind ?? suggestKinds(values.words)[0] ?? 'other'
    const retrievalKey = await retrievalKeyFor(values, id)
    void submit(toSubmission(values, { id, kind, boothId, retrievalKey }))
    draft.clear()
    showReceipt(id)
  }

  const check = form.handleSubmit(
    ({ words, photos }) => {
      const doubt = questionWords(words, { hasPhoto: photos.length > 0 })
      if (doubt) setQuestion(reportQuestions[doubt])
      else void send()
    },
    ({ place, words }) => showToast(words?.message ?? place?.message ?? '请检查填写的内容', 'bad'),
  )

  const startOver = () => {
    void Promise.all(form.getValues('photos').map(dropKeptFile))
    draft.clear()
    startReport()
  }

  const submitNow = () => void check()
  return {
    form,
    restored,
    fromBooth,
    question,
    sending,
    submitNow,
    send,
    closeQuestion: () => setQuestion(null),
    startOver,
  }
}
