import { useFieldArray, useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { nextStage, type DriveValues } from './drive-values'

type Props = { control: Control<DriveValues>; at: number; onRemove: () => void }

const Stage = ({ control, at, onRemove }: Props) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="title">{`第 ${at + 1} 阶段`}</View>
        <Button kind="quiet" small icon="trash" label={`删去第 ${at + 1} 阶段`} onPress={onRemove}>
          删去
        </Button>
      </View>
      <TextField control={control} name={`stages.${at}.name`} label="阶段名称" placeholder="例如 动员部署" max={12} />
      <DateField control={control} name={`stages.${at}.from`} label="阶段开始" />
      <DateField control={control} name={`stages.${at}.to`} label="阶段结束" />
      <DateField
        control={control}
        name={`stages.${at}.due`}
        label="材料上报日期"
        optional
        hint="这一阶段要报材料的，填截止那天，会出现在年历里。"
      />
      <TextareaField control={control} name={`stages.${at}.words`} label="要做的事" optional max={200} />
    </View>
  </Card>
)

const mostStages = 6

/** Stages one after another; none is fine for a short drive. */
export const StageFields = ({ control }: { control: Control<DriveValues> }) => {
  const { fields, append, remove } = useFieldArray({ control, name: 'stages' })
  const [from, to, stages] = useWatch({ control, name: ['from', 'to', 'stages'] })
  return (
    <>
      {fields.map((field, at) => (
        <Stage key={field.id} control={control} at={at} onRemove={() => remove(at)} />
      ))}
      {fields.length < mostStages && (
        <Button kind="ghost" icon="plus" onPress={() => append(nextStage({ from, to, stages }))}>
          加一个阶段
        </Button>
      )}
    </>
  )
}
