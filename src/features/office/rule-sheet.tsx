import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'

type Props<T extends FieldValues> = {
  title: string
  form: UseFormReturn<T>
  children: ReactNode
  onSave: (values: T) => void
  onClose: () => void
}

/** One part of a contest's rules as a small form; nothing is sent, the contest at hand changes. */
export const RuleSheet = <T extends FieldValues>({ onSave, ...frame }: Props<T>) => (
  <ActSheet open pending={false} error={null} confirmWord="好了" onSubmit={onSave} {...frame} />
)
