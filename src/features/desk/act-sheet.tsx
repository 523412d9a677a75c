import { useEffect, type ReactNode } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { sentenceOf } from '@/lib/query-client'

type Props<T extends FieldValues> = {
  open: boolean
  title: string
  form: UseFormReturn<T>
  pending: boolean
  error: Error | null
  confirmWord: string
  children: ReactNode
  onClose: () => void
  onSubmit: (values: T) => void
}

/** One act as a small form from below; what the server found wrong stands at its field. */
export const ActSheet = <T extends FieldValues>(props: Props<T>) => {
  const { open, title, form, pending, error, confirmWord, children, onClose, onSubmit } = props
  useEffect(() => {
    if (!(error instanceof AppError)) return
    for (const [field, message] of Object.entries(error.fields ?? {})) form.setError(field as Path<T>, { message })
  }, [error, form])
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <Button loading={pending} onPress={() => void form.handleSubmit(onSubmit)()}>
          {confirmWord}
        </Button>
      }
    >
      <View className="stack">
        {children}
        {error && <View className="ink-red">{sentenceOf(error)}</View>}
      </View>
    </Sheet>
  )
}
