import { useEffect } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { noticeContract } from 'types/notice'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { dayIn } from '@/lib/clock'
import type { Step } from '../node-browser'
import { NodeField } from '../node-field'
import { fitsTemplate, freshData, pageOptions, timeOptions, whoOptions, type PushValues } from './push-values'

type Template = OutputOf<typeof noticeContract.templates>['items'][number]
type Props = { form: UseFormReturn<PushValues>; templates: readonly Template[]; root: Step }

/** Template, audience and what the message says. */
export const PushFields = ({ form, templates, root }: Props) => {
  const { control, setValue } = form
  const [template, data, day] = useWatch({ control, name: ['template', 'data', 'day'] })
  useEffect(() => {
    if (!fitsTemplate(template, data)) setValue('data', freshData(template, new Date()))
  }, [template, data, setValue])
  const fields = fitsTemplate(template, data) ? templates.find(({ key }) => key === template)?.fields : undefined
  return (
    <>
      <Card>
        <View className="stack">
          <ChoiceField
            control={control}
            name="template"
            label="消息模板"
            options={templates.map(({ key, title }) => ({ value: key, label: title }))}
          />
          <NodeField control={control} name="node" label="发给哪个单位范围" root={root} unionOnly />
          <ChoiceField control={control} name="who" label="发给谁" options={whoOptions} />
        </View>
      </Card>
      <Card>
        <View className="stack">
          {fields?.map(({ key, name, hint }) => (
            <TextField
              key={`${template}-${key}`}
              control={control}
              name={`data.${key}`}
              label={name}
              hint={hint}
              max={60}
            />
          ))}
          <PickerField control={control} name="page" label="点开消息后" optional options={pageOptions} />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <DateField
            control={control}
            name="day"
            label="哪天发送"
            optional
            hint="不选就马上发送；最多定在 30 天以内，发送前可以取消"
            from={dayIn(0)}
            to={dayIn(29)}
            inDays={[1, 3, 7]}
          />
          {day && <PickerField control={control} name="time" label="几点发送" options={timeOptions} />}
          <View className="note">晚上 10 点到早上 8 点不打扰：消息先进站内，微信提醒等到早上 8 点。</View>
        </View>
      </Card>
    </>
  )
}
