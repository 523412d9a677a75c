import { useEffect } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { AppError } from 'types/app-error'

/** Puts what the server found wrong at its fields: a path of the input is the name of a field. */
export const useFieldErrors = <T extends FieldValues>(form: UseFormReturn<T>, error: Error | null) => {
  useEffect(() => {
    if (!(error instanceof AppError)) return
    for (const [field, message] of Object.entries(error.fields ?? {})) form.setError(field as Path<T>, { message })
  }, [error, form])
}

/** A submission that starts without the server's last complaints, which would hold it back. */
export const submitAnew =
  <T extends FieldValues>(form: UseFormReturn<T>, onSubmit: (values: T) => void) =>
  () => {
    form.clearErrors()
    void form.handleSubmit(onSubmit)()
  }
