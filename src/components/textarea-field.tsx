import {
  Controller,
  type Control,
  type FieldPathByValue,
  type FieldValues,
  type RegisterOptions,
} from 'react-hook-form'
import { Textarea, View } from '@tarojs/components'
import { inputName } from '@/lib/input-name'
import { FieldFrame, type FieldFacts } from './field-frame'

type Props<T extends FieldValues> = FieldFacts & {
  control: Control<T>
  name: FieldPathByValue<T, string | undefined>
  max: number
  placeholder?: string
  /** For a form without a resolver. */
  rules?: Pick<RegisterOptions<T, FieldPathByValue<T, string | undefined>>, 'validate'>
}

/** Several lines with a count: `<TextareaField control={form.control} name='words' label='隐患情况' max={500} />`. */
export const TextareaField = <T extends FieldValues>({
  control,
  name,
  max,
  placeholder,
  rules,
  ...facts
}: Props<T>) => (
  <Controller
    control={control}
    name={name}
    rules={rules}
    render={({ field, fieldState }) => {
      const value: string = field.value ?? ''
      return (
        <FieldFrame {...facts} error={fieldState.error?.message}>
          <Textarea
            className="field-box field-area"
            autoHeight
            maxlength={max}
            value={value}
            placeholder={placeholder ?? `请填写${facts.label}`}
            placeholderClass="field-blank"
            onInput={(event) => field.onChange(event.detail.value)}
            onBlur={field.onBlur}
            {...inputName(facts.label)}
          />
          <View className="field-count">
            {value.length} / {max}
          </View>
        </FieldFrame>
      )
    }}
  />
)
