import type { Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { dayIn } from '@/lib/clock'
import {
  campaignOptions,
  focusOptions,
  kindOptions,
  specialtyOptions,
  timeOptions,
  type ActivityValues,
} from './activity-values'

type Props = { control: Control<ActivityValues> }
type Option = { value: string; label: string }

const What = ({ control }: Props) => (
  <Card>
    <View className="stack">
      <TextField control={control} name="title" label="活动名称" placeholder="例如 用电安全进社区" max={30} />
      <PickerField control={control} name="kind" label="服务内容" options={kindOptions} />
      <ChoiceField
        control={control}
        name="campaign"
        label="专项活动"
        hint="专项活动都计入每年两次专题。"
        options={campaignOptions}
      />
      <ChoiceField control={control} name="focus" label="重点" optional many options={focusOptions} />
    </View>
  </Card>
)

const When = ({ control }: Props) => (
  <Card>
    <View className="stack">
      <DateField control={control} name="day" label="哪一天" from={dayIn(0)} to={dayIn(390)} />
      <PickerField control={control} name="from" label="开始时间" options={timeOptions} />
      <PickerField
        control={control}
        name="to"
        label="结束时间"
        hint="比开始早的，算第二天结束。"
        options={timeOptions}
      />
      <TextField control={control} name="place" label="活动地点" max={60} />
      <TextField control={control} name="meeting" label="集合地点" max={60} />
      <TextField control={control} name="bring" label="携带物品" optional placeholder="例如 工作证、安全帽" max={100} />
      <TextField control={control} name="contact" label="联系人和电话" hint="只给报名的人看。" max={40} />
    </View>
  </Card>
)

const Who = ({ control, teams }: Props & { teams: readonly Option[] }) => (
  <Card>
    <View className="stack">
      <TextField
        control={control}
        name="quota"
        kind="number"
        label="名额"
        hint="满了以后可以候补，最多 300 人。"
        max={3}
      />
      <DateField control={control} name="joinUntil" label="报名截止日期" from={dayIn(0)} to={dayIn(390)} />
      <DateField
        control={control}
        name="leaveUntil"
        label="退出截止日期"
        hint="到这天结束；当天开始的，到开始时为止。"
        from={dayIn(0)}
        to={dayIn(390)}
      />
      {teams.length > 0 && (
        <PickerField
          control={control}
          name="teamId"
          label="哪支队伍"
          options={[{ value: '', label: '不限队伍' }, ...teams]}
        />
      )}
      <ChoiceField
        control={control}
        name="specialties"
        label="专业"
        optional
        many
        hint="不选就是全部；本工会和下级工会名册上的志愿者都能报名。"
        options={specialtyOptions}
      />
      <CheckboxField control={control} name="hasBar">
        今年已有 3 次未到场的，这次不能报名
      </CheckboxField>
    </View>
  </Card>
)

/** Everything an organiser writes of an activity. */
export const ActivityFields = ({ control, teams }: Props & { teams: readonly Option[] }) => (
  <>
    <What control={control} />
    <When control={control} />
    <Who control={control} teams={teams} />
  </>
)
