import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { aria } from '@/lib/aria'
import { sentenceOf } from '@/lib/query-client'
import './office.scss'

type Props<T extends FieldValues> = {
  title: string
  form: UseFormReturn<T>
  command: { isPending: boolean; error: Error | null }
  confirmWord: string
  children: ReactNode
  onSubmit: (values: T) => void
}

const hasFields = (error: Error) => error instanceof AppError && Object.keys(error.fields ?? {}).length > 0

/** A page that makes one thing: fields, what the server found wrong at its field, one button. */
export const FormPage = <T extends FieldValues>({
  title,
  form,
  command,
  confirmWord,
  children,
  onSubmit,
}: Props<T>) => {
  const { error, isPending } = command
  useFieldErrors(form, error)
  return (
    <Page
      title={title}
      wide
      footer={
        <View className="office-act">
          <Button loading={isPending} onPress={submitAnew(form, onSubmit)}>
            {confirmWord}
          </Button>
        </View>
      }
    >
      <View className="office-form">
        {children}
        {error && (
          <Card tone="red">
            <View {...aria({ role: 'alert' })}>
              {hasFields(error) ? '有几项需要修改，请看标红的地方。' : sentenceOf(error)}
            </View>
          </Card>
        )}
      </View>
    </Page>
  )
}
