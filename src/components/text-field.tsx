import {
  Controller,
  type Control,
  type FieldPathByValue,
  type FieldValues,
  type RegisterOptions,
} from 'react-hook-form'
import { Input } from '@tarojs/components'
import { inputName } from '@/lib/input-name'
import { FieldFrame, type FieldFacts } from './field-frame'

type Kind = 'text' | 'number' | 'digit' | 'idcard' | 'phone' | 'nickname'

type Props<T extends FieldValues> = FieldFacts & {
  control: Control<T>
  name: FieldPathByValue<T, string | number | undefined>
  kind?: Kind
  placeholder?: string
  max?: number
  rules?: Pick<RegisterOptions<T, FieldPathByValue<T, string | number | undefined>>, 'validate'>
}

const keyboardOf = {
  text: 'text',
  number: 'number',
  digit: 'digit',
  idcard: 'idcard',
  phone: 'number',
  nickname: 'nickname',
} as const
const maxOf: Partial<Record<Kind, number>> = { idcard: 18, phone: 11 }

/** What was typed as the form keeps it: a number field keeps a number, or nothing. */
const valueOf = (kind: Kind, typed: string) => {
  if (kind !== 'number' && kind !== 'digit') return kind === 'idcard' ? typed.toUpperCase() : typed
  return typed.trim() === '' ? undefined : Number(typed)
}

/** One line of text: `<TextField control={form.control} name='idCard' kind='idcard' label='身份证号' />`. */
export const TextField = <T extends FieldValues>({
  control,
  name,
  kind = 'text',
  placeholder,
  max,
  rules,
  ...facts
}: Props<T>) => (
  <Controller
    control={control}
    name={name}
    rules={rules}
    render={({ field, fieldState }) => (
      <FieldFrame {...facts} error={fieldState.error?.message}>
        <Input
          className="field-box field-input"
          type={keyboardOf[kind]}
          value={field.value === undefined || field.value === null ? '' : String(field.value)}
          placeholder={placeholder ?? `请填写${facts.label}`}
          placeholderClass="field-blank"
          maxlength={max ?? maxOf[kind] ?? 140}
          onInput={(event) => field.onChange(valueOf(kind, event.detail.value))}
          onBlur={field.onBlur}
          {...inputName(facts.label)}
        />
      </FieldFrame>
    )}
  />
)
