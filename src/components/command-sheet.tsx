import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { ActSheet } from './act-sheet'

type Props<T extends FieldValues> = {
  title: string
  form: UseFormReturn<T>
  command: { isPending: boolean; error: Error | null }
  confirmWord: string
  children: ReactNode
  onClose: () => void
  onSubmit: (values: T) => void
}

/** The form of one command, open for as long as it is drawn. */
export const CommandSheet = <T extends FieldValues>({ command, ...rest }: Props<T>) => (
  <ActSheet open pending={command.isPending} error={command.error} {...rest} />
)
