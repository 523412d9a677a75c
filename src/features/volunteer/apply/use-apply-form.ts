import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { AppError } from 'types/app-error'
import { consentHash, currentConsent } from 'types/consents'
import type { ApplicationForm } from 'types/volunteer-form'
import { dropKeptFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { scansTold } from '@/lib/scan-queue'
import { showToast } from '@/lib/toast-store'
import { sourceNow } from '@/lib/visit-source'
import { useApply, useResubmit, type Application } from '../api'
import { problemsOf, serverProblems, toForm, type Problems } from './problems'
import { PictureGone, sendPapers, type Sent } from './send-papers'
import { applySteps, identityStep, type ApplyField, type ApplyValues } from './values'

const consentNow = ({ photo }: ApplyValues) => {
  const consent = currentConsent('volunteer')
  const sensitive = ['id-card' as const, 'health' as const, ...(photo ? ['photo' as const] : [])]
  return { version: consent.version, textHash: consentHash(consent), agreed: true as const, sensitive }
}

/** The id of the application to be, made once and kept with the draft. */
const idOf = async (form: UseFormReturn<ApplyValues>): Promise<string> => {
  const known = form.getValues('id')
  if (known) return known
  const id = await newId()
  form.setValue('id', id)
  return id
}

// The cloud has them now.
const dropPictures = ({ photo, certificates }: ApplyValues) => {
  const kept = [photo, ...certificates.map((one) => one.kept)].filter(
    (one) => one !== '' && !one.startsWith('cloud://'),
  )
  for (const one of kept) void dropKeptFile(one)
}

const stepOf = (problems: Problems) =>
  applySteps.findIndex(({ fields }) => fields.some((field) => problems[field] !== undefined))

/** The application as a form of short steps, each checked before the next; the step stands in the draft. */
export const useApplyForm = (
  before: Application | null,
  boothId: string | undefined,
  form: UseFormReturn<ApplyValues>,
  onSent: () => void,
) => {
  const step = form.watch('step')
  const sent = useRef<Sent>(new Map())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const apply = useApply()
  const resubmit = useResubmit()

  const goTo = (next: number) => form.setValue('step', next)
  const show = (problems: Problems) => {
    for (const [field, message] of Object.entries(problems)) form.setError(field as ApplyField, { message })
  }
  const fail = (thrown: Error) => {
    if (thrown instanceof PictureGone) {
      show({ [thrown.field]: thrown.message })
      goTo(Math.max(0, stepOf({ [thrown.field]: thrown.message })))
      return
    }
    // What a refused form had uploaded is gone: it is sent anew.
    if (thrown instanceof AppError && thrown.code !== 'NETWORK' && thrown.code !== 'SERVICE_BUSY') sent.current.clear()
    const problems = thrown instanceof AppError ? serverProblems(thrown.fields) : {}
    show(problems)
    if (stepOf(problems) >= 0) goTo(stepOf(problems))
    setError(thrown)
  }
  const sendAll = async () => {
    const values = form.getValues()
    const id = await idOf(form)
    const papers = await sendPapers(id, values, sent.current)
    // The schema stands in problemsOf: what passes it has this shape.
    const filled = { ...toForm(values), papers } as ApplicationForm
    const consent = consentNow(values)
    await scansTold()
    if (before) await resubmit.mutateAsync({ id, version: before.version, form: filled, consent })
    else
      await apply.mutateAsync({
        _id: id,
        ...(boothId ? { booth: boothId } : {}),
        source: sourceNow(),
        form: filled,
        consent,
      })
    onSent()
    dropPictures(values)
    showToast('申请已提交', 'good')
    replacePage(routes.volunteer)
  }
  const send = async () => {
    setBusy(true)
    await sendAll().catch((thrown: unknown) => fail(thrown instanceof Error ? thrown : new Error(String(thrown))))
    setBusy(false)
  }
  const next = () => {
    form.clearErrors()
    setError(null)
    const problems = problemsOf(form.getValues(), before !== null)
    // The ID number rests nowhere, so after a restart it may be missing at a later step than its own.
    const fields: readonly ApplyField[] = [
      ...(applySteps[step]?.fields ?? []),
      ...(step > identityStep ? ['idCard' as const] : []),
    ]
    const here = Object.fromEntries(Object.entries(problems).filter(([field]) => fields.includes(field as ApplyField)))
    show(here)
    if (Object.keys(here).length > 0) return
    if (step < applySteps.length - 1) return goTo(step + 1)
    if (Object.keys(problems).length === 0) return void send()
    show(problems)
    goTo(stepOf(problems))
  }
  return { step, next, back: () => goTo(Math.max(0, step - 1)), goTo, busy, error }
}
