import type { Control } from 'react-hook-form'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { View } from '@tarojs/components'
import { gradeOptions, kindOptions, whoOptions, type AwardValues } from './award-values'

type Props = { control: Control<AwardValues> }

const Rule = ({ control }: Props) => (
  <Card>
    <View className="stack">
      <TextField control={control} name="title" label="名称" placeholder="例如 第一批隐患排查奖励" max={30} />
      <TextField control={control} name="count" kind="number" label="奖励多少人" max={3} />
      <DateField control={control} name="from" label="销号起始日期" />
      <DateField control={control} name="to" label="销号截止日期" hint="只奖已经销号、没有反复的隐患。" />
      <ChoiceField
        control={control}
        name="grade"
        label="最低等级"
        hint="按活动分级；重大隐患排在一级之前。"
        options={gradeOptions}
      />
      <ChoiceField control={control} name="who" label="奖励谁" look="segment" options={whoOptions} />
      <ChoiceField
        control={control}
        name="kinds"
        label="隐患类别"
        optional
        many
        hint="不选就是全部。"
        options={kindOptions}
      />
    </View>
  </Card>
)

const Claim = ({ control }: Props) => (
  <Card>
    <View className="stack">
      <TextField control={control} name="money" kind="number" label="奖金（元）" optional max={6} />
      <TextField
        control={control}
        name="prize"
        label="奖品"
        optional
        hint="奖金、奖品至少填一样；个别人不同的，拟好名单后再改。"
        placeholder="例如 电动工具一套"
        max={20}
      />
      <TextField control={control} name="where" label="领取地点" placeholder="例如 区总工会一楼服务大厅" max={60} />
      <DateField control={control} name="until" label="领取截止日期" />
    </View>
  </Card>
)

/** The rule of a batch. No name is typed in: whom it rewards follows. */
export const AwardFields = ({ control }: Props) => (
  <>
    <Rule control={control} />
    <Claim control={control} />
  </>
)
