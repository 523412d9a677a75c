import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { dayIn } from '@/lib/clock'
import { usePushRules } from './reach-api'
import { timeOptions, type PushValues } from './push-values'

/** When it is sent. */
export const TimeStep = ({ form: { control } }: { form: UseFormReturn<PushValues> }) => {
  const day = useWatch({ control, name: 'day' })
  const rules = usePushRules().data?.rules
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
        {rules && rules.quietFrom !== rules.quietTo && (
          <View className="note">
            {`${rules.quietFrom} 点到次日 ${rules.quietTo} 点不打扰：消息先进站内，微信提醒等到 ${rules.quietTo} 点。`}
          </View>
        )}
      </View>
    </Card>
  )
}
