import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { AppError } from 'types/app-error'
import type { LongRule } from 'types/fit-wording'
import { useFieldErrors } from '@/hooks/use-field-errors'
import { usePreview, type Preview } from '../api'
import { toPush, type PushValues } from './push-values'

const isAboutWording = (error: Error) =>
  error instanceof AppError && Object.keys(error.fields ?? {}).some((field) => field.startsWith('wording'))

/** Looking at a push before it is sent. `toWording` leads back to where what is wrong was written. */
export const useLook = (form: UseFormReturn<PushValues>, seatNode: string, toWording: () => void) => {
  const preview = usePreview()
  const [last, setLast] = useState<Preview>()
  useFieldErrors(form, preview.error)
  const look = (values: PushValues) =>
    preview.mutate(toPush(values, seatNode), {
      onSuccess: setLast,
      onError: (error) => {
        if (isAboutWording(error)) toWording()
      },
    })
  return {
    look,
    lookWith: (rule: LongRule) => {
      form.setValue('longRule', rule)
      look(form.getValues())
    },
    goBackTo: ({ fields }: Preview) => {
      preview.reset()
      setLast(undefined)
      const wrong = fields.filter(({ problem }) => problem)
      if (wrong.length > 0) toWording()
      for (const { key, problem } of wrong) form.setError(`wording.${key}`, { message: problem ?? '' })
    },
    isPending: preview.isPending,
    error: preview.error,
    // Shown on while it is looked at anew with another rule.
    seen: preview.data ?? (preview.isPending ? last : undefined),
  }
}
