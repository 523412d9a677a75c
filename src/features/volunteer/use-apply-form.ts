import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { AppError } from 'types/app-error'
import { consentHash, currentConsent } from 'types/consents'
import type { ApplicationForm } from 'types/volunteer-form'
import { useFreshId } from '@/hooks/use-fresh-id'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { useApply, useResubmit, type Application } from './api'
import { applySteps, emptyApplication, problemsOf, toForm, type ApplyValues } from './apply-values'

const consentNow = () => {
  const consent = currentConsent('volunteer')
  return {
    version: consent.version,
    textHash: consentHash(consent),
    agreed: true as const,
    sensitive: ['id-card' as const, 'health' as const],
  }
}

// What is masked comes back masked: it is typed anew.
export const valuesOf = (before: Application | null): ApplyValues => {
  if (!before) return emptyApplication
  const { name, ethnicity, nativePlace, political, education, health, unit, post, specialties, nodeId } = before
  const { generalVolunteer, frontLine, wechat, otherSpecialty, experience } = before
  const texts = { wechat: wechat ?? '', otherSpecialty: otherSpecialty ?? '', experience: experience ?? '' }
  const kept = { name, ethnicity, nativePlace, political, education, health, unit, post, specialties, nodeId }
  return { ...emptyApplication, ...kept, ...texts, generalVolunteer, frontLine }
}

/** The application as a form of four short steps; each is checked before the next. */
export const useApplyForm = (
  before: Application | null,
  boothId: string | undefined,
  form: UseFormReturn<ApplyValues>,
  onSent: () => void,
) => {
  const [step, setStep] = useState(0)
  const fresh = useFreshId()
  const apply = useApply()
  const resubmit = useResubmit()
  const running = before ? resubmit : apply

  const showProblems = (error: Error) => {
    if (!(error instanceof AppError)) return
    const fields = Object.entries(error.fields ?? {}).map(
      ([path, message]) => [path.replace(/^form\./, '') as keyof ApplyValues, message] as const,
    )
    for (const [field, message] of fields) form.setError(field, { message })
    const first = applySteps.findIndex((one) => fields.some(([field]) => one.fields.includes(field)))
    if (first >= 0) setStep(first)
  }

  const check = (): boolean => {
    const problems = problemsOf(form.getValues(), before !== null)
    const here = (applySteps[step]?.fields ?? []).filter((field) => problems[field])
    for (const field of here) form.setError(field, { message: problems[field] })
    return here.length === 0
  }
  const done = {
    onError: showProblems,
    onSuccess: () => {
      onSent()
      showToast('申请已提交', 'good')
      replacePage(routes.volunteer)
    },
  }
  const send = async () => {
    // The schema stands in problemsOf: what passes it has this shape.
    const values = toForm(form.getValues()) as ApplicationForm
    if (before)
      return resubmit.mutate({ id: before.id, version: before.version, form: values, consent: consentNow() }, done)
    apply.mutate(
      { _id: await fresh.get(), ...(boothId ? { booth: boothId } : {}), form: values, consent: consentNow() },
      done,
    )
  }
  const next = () => {
    form.clearErrors()
    if (!check()) return
    if (step < applySteps.length - 1) setStep(step + 1)
    else void send()
  }
  return { step, next, back: () => setStep(Math.max(0, step - 1)), running }
}
