import { useEffect } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { noticeContract } from 'types/notice'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { PickerField } from '@/components/picker-field'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { SampleCard } from '../wording/sample-card'
import { WordingFields, type Worded } from '../wording/wording-fields'
import { fitsTemplate, freshWording, pageOptions, type PushValues } from './push-values'

type Template = OutputOf<typeof noticeContract.templates>['items'][number]
type Props = { form: UseFormReturn<PushValues>; templates: readonly Template[]; union: string }

/** Template, what the message says, and how it looks. */
export const WordingStep = ({ form, templates, union }: Props) => {
  const { control, setValue } = form
  const [template, wording] = useWatch({ control, name: ['template', 'wording'] })
  const fits = fitsTemplate(template, wording)
  useEffect(() => {
    if (!fits) setValue('wording', freshWording(template, new Date()))
  }, [template, fits, setValue])
  return (
    <>
      <Card>
        <View className="stack">
          <Button small kind="ghost" onPress={() => openPage(routes.officeTexts)}>
            选用保存的或现成的文本
          </Button>
          <ChoiceField
            control={control}
            name="template"
            label="消息模板"
            options={templates.map(({ key, title }) => ({ value: key, label: title }))}
          />
          {fits && <WordingFields form={form as unknown as UseFormReturn<Worded>} />}
          <PickerField control={control} name="page" label="点开消息后" optional options={pageOptions} />
        </View>
      </Card>
      {fits && <SampleCard template={template} wording={wording} union={union} />}
    </>
  )
}
