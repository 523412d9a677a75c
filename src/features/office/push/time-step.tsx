import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { dayIn } from '@/lib/clock'
import { timeOptions, type PushValues } from './push-values'

/** When it is sent. */
export const TimeStep = ({ form: { control } }: { form: UseFormReturn<PushValues> }) => {
  const day = useWatch({ control, name: 'day' })
  return (
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
  )
}
