import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { aria } from '@/lib/aria'
import { sentenceOf } from '@/lib/query-client'
import { Button } from './button'
import { Sheet } from './sheet'

type Props<T extends FieldValues> = {
  open: boolean
  title: string
  form: UseFormReturn<T>
  pending: boolean
  error: Error | null
  confirmWord: string
  children: ReactNode
  onClose: () => void
  /** Called in the confirming tap itself, before anything is waited for. */
  onTap?: () => void
  onSubmit: (values: T) => void
}

/** One act as a small form from below; what the server found wrong stands at its field. */
export const ActSheet = <T extends FieldValues>(props: Props<T>) => {
  const { open, title, form, pending, error, confirmWord, children, onClose, onTap, onSubmit } = props
  useFieldErrors(form, error)
  const submit = submitAnew(form, onSubmit)
  const confirm = () => {
    onTap?.()
    submit()
  }
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <>
          {error && (
            <View className="ink-red" {...aria({ role: 'alert' })}>
              {sentenceOf(error)}
            </View>
          )}
          <Button loading={pending} onPress={confirm}>
            {confirmWord}
          </Button>
        </>
      }
    >
      <View className="stack">{children}</View>
    </Sheet>
  )
}
