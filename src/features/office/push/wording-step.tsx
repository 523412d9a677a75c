import { useEffect } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { noticeContract } from 'types/notice'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { fitsTemplate, freshWording, pageOptions, type PushValues } from './push-values'

type Template = OutputOf<typeof noticeContract.templates>['items'][number]
type Props = { form: UseFormReturn<PushValues>; templates: readonly Template[] }

/** Template, and what the message says. */
export const WordingStep = ({ form, templates }: Props) => {
  const { control, setValue } = form
  const [template, wording] = useWatch({ control, name: ['template', 'wording'] })
  useEffect(() => {
    if (!fitsTemplate(template, wording)) setValue('wording', freshWording(template, new Date()))
  }, [template, wording, setValue])
  const fields = fitsTemplate(template, wording) ? templates.find(({ key }) => key === template)?.fields : undefined
  return (
    <Card>
      <View className="stack">
        <ChoiceField
          control={control}
          name="template"
          label="消息模板"
          options={templates.map(({ key, title }) => ({ value: key, label: title }))}
        />
        {fields?.map(({ key, name, hint }) => (
          <TextField
            key={`${template}-${key}`}
            control={control}
            name={`wording.${key}`}
            label={name}
            hint={hint}
            max={60}
          />
        ))}
        <PickerField control={control} name="page" label="点开消息后" optional options={pageOptions} />
      </View>
    </Card>
  )
}
