import type { Control, FieldPathByValue, FieldValues } from 'react-hook-form'
import { ChoiceField } from '@/components/choice-field'

export type Limit = 'count' | 'free'

const limits = [
  { value: 'count', label: '限次数' },
  { value: 'free', label: '不限' },
]

type Props<T extends FieldValues> = { control: Control<T>; name: FieldPathByValue<T, Limit> }

/** Whether attempts are counted at all. */
export const LimitField = <T extends FieldValues>({ control, name }: Props<T>) => (
  <ChoiceField control={control} name={name} label="限不限次数" look="segment" options={limits} />
)
