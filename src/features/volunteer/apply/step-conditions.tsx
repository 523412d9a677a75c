import { Controller, useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { hardConditions, softConditions, type HardCondition } from 'types/volunteer-eligibility'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { FieldFrame } from '@/components/field-frame'
import { Segment } from '@/components/segment'
import { openTab } from '@/lib/go'
import type { ApplyValues } from './values'

const answers = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '不是' },
] as const

const Condition = ({ control, condition }: { control: Control<ApplyValues>; condition: HardCondition }) => (
  <Controller
    control={control}
    name={condition.key}
    render={({ field, fieldState }) => (
      <View className="stack-s">
        <FieldFrame label={`${condition.no}${condition.ask}`} error={fieldState.error?.message}>
          <Segment
            label={condition.ask}
            options={[...answers]}
            value={field.value as 'yes' | 'no'}
            onChange={field.onChange}
          />
        </FieldFrame>
        {field.value === 'no' && (
          <Card tone="amber" tight>
            {condition.instead}
          </Card>
        )}
      </View>
    )}
  />
)

/** What somebody can do who misses a condition: nothing was sent or stored of him. */
const Instead = () => (
  <Card>
    <View className="stack">
      <View className="strong">现在还不能报名，没有提交任何资料</View>
      <View className="row-wrap">
        <Button kind="ghost" onPress={() => openTab('hazard')}>
          去反映隐患
        </Button>
        <Button kind="ghost" onPress={() => openTab('quiz')}>
          去学法规闯关
        </Button>
      </View>
    </View>
  </Card>
)

/** Conditions (一) to (六), before anything personal is asked. */
export const ConditionsStep = ({ control }: { control: Control<ApplyValues> }) => {
  const given = useWatch({ control, name: hardConditions.map(({ key }) => key) })
  return (
    <>
      <View className="text-m">先看看条件是否符合，还不用填任何个人信息。</View>
      {hardConditions.map((condition) => (
        <Condition key={condition.key} control={control} condition={condition} />
      ))}
      {given.includes('no') && <Instead />}
      <View className="text-m">符合下面情况的优先，请如实勾选：</View>
      {softConditions.map(({ key, no, ask }) => (
        <CheckboxField key={key} control={control} name={key}>
          {`${no}${ask}`}
        </CheckboxField>
      ))}
      <View className="note">还不是职工志愿者也可以报名：由工会先为您统一录入志愿服务平台，再送监管部门审核。</View>
    </>
  )
}
