import { useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { DriveCover } from 'types/drive-form'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { coverOptions, DriveCoverCard } from '@/components/drive-cover'
import { TextField } from '@/components/text-field'
import { goalKeys, goalLabel, kindOptions, type DriveValues } from './drive-values'
import { StageFields } from './stage-fields'

type Props = { control: Control<DriveValues>; union: string }

const Shown = ({ control, union }: Props) => {
  const [cover, theme, slogan, from, to] = useWatch({ control, name: ['cover', 'theme', 'slogan', 'from', 'to'] })
  return <DriveCoverCard cover={cover as DriveCover} theme={theme || '主题'} {...{ slogan, from, to, union }} />
}

const Goals = ({ control }: Pick<Props, 'control'>) => (
  <Card>
    <View className="stack">
      <View className="title">目标</View>
      <View className="text-m">填了的才算进展，数字由系统按记录统计，不用人工上报。</View>
      {goalKeys.map((goal) => (
        <TextField
          key={goal}
          control={control}
          name={`goals.${goal}`}
          kind="number"
          label={goalLabel(goal)}
          optional
          placeholder="不设目标就不填"
          max={8}
        />
      ))}
    </View>
  </Card>
)

/** Everything that is written of a drive, its cover on top as people will see it. */
export const DriveFields = ({ control, union }: Props) => (
  <>
    <Shown control={control} union={union} />
    <Card>
      <View className="stack">
        <TextField control={control} name="theme" label="主题" placeholder="例如 安全生产月" max={30} />
        <TextField control={control} name="slogan" label="口号" optional placeholder="例如 人人讲安全" max={40} />
        <ChoiceField control={control} name="cover" label="封面" options={coverOptions} />
        <DateField control={control} name="from" label="第一天" />
        <DateField control={control} name="to" label="最后一天" />
      </View>
    </Card>
    <Card>
      <View className="stack">
        <ChoiceField
          control={control}
          name="kinds"
          label="重点查哪些隐患"
          optional
          many
          options={kindOptions}
          hint="选了的话，“查出”和“整改”只数这些类别；不选就全部算。"
        />
        <CheckboxField control={control} name="open">
          下级工会可以把自己的竞赛、志愿活动放进来
        </CheckboxField>
        <CheckboxField control={control} name="monthly">
          这是集中行动：其间统计表改为每月 30 日前报送
        </CheckboxField>
      </View>
    </Card>
    <StageFields control={control} />
    <Goals control={control} />
  </>
)
