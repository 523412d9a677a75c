import { useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { PickerField } from '@/components/picker-field'
import type { Step } from '../node-browser'
import { NodeField } from '../node-field'
import { eitherWay, freshNarrowing, groupChoices, reportedChoices, whoChoices } from './audience-values'
import { KeptOut, LeaveOut } from './leave-out'
import type { PushValues } from './push-values'
import { useAudienceChoices } from './reach-api'
import { SaveAudience } from './save-audience'
import { SavedAudiences } from './saved-audiences'

type Props = { form: UseFormReturn<PushValues>; root: Step }

const Narrower = ({ form, root }: Props) => {
  const { control } = form
  const { data } = useAudienceChoices(root.id)
  const industries = (data?.industries ?? []).map((value) => ({ value, label: value }))
  return (
    <>
      <ChoiceField control={control} name="narrow.also" label="同时发给（可多选）" many options={groupChoices} />
      <ChoiceField control={control} name="narrow.except" label="不发给（可多选）" many options={groupChoices} />
      <PickerField
        control={control}
        name="narrow.contest"
        label="按竞赛"
        optional
        options={eitherWay(data?.contests ?? [], '还没参加', '参加过')}
      />
      <PickerField
        control={control}
        name="narrow.activity"
        label="按活动"
        optional
        options={eitherWay(data?.activities ?? [], '没有报名', '报名了')}
      />
      <PickerField
        control={control}
        name="narrow.industry"
        label="按单位的行业"
        optional
        options={[{ value: '', label: '不限' }, ...industries]}
      />
      <ChoiceField
        control={control}
        name="narrow.reported"
        label="按上报隐患"
        hint="只看实名上报的；保密和匿名上报的人也算“还没上报”，名单看不出谁报过。"
        options={reportedChoices}
      />
      <LeaveOut form={form} nodeId={root.id} />
      <CheckboxField control={control} name="narrow.subscribed">
        只发给微信能收到的人，其他人站内也不发
      </CheckboxField>
    </>
  )
}

/** Who is to get it: put together here, or kept under a name before. */
export const AudienceStep = ({ form, root }: Props) => {
  const [more, setMore] = useState(false)
  const saved = useWatch({ control: form.control, name: 'narrow.saved' })
  if (saved)
    return (
      <Card>
        <View className="stack">
          <View className="title">发给保存过的对象</View>
          <View>{saved.words}</View>
          {saved.audience.without && <KeptOut nodeId={root.id} audience={saved.audience} />}
          <LeaveOut form={form} nodeId={root.id} />
          <Button kind="ghost" small onPress={() => form.setValue('narrow', freshNarrowing)}>
            改成自己选
          </Button>
        </View>
      </Card>
    )
  return (
    <>
      <SavedAudiences nodeId={root.id} onChoose={(one) => form.setValue('narrow', { ...freshNarrowing, saved: one })} />
      <Card>
        <View className="stack">
          <NodeField control={form.control} name="node" label="发给哪个单位范围" root={root} unionOnly />
          <ChoiceField control={form.control} name="who" label="发给谁" options={whoChoices} />
          {more ? (
            <Narrower form={form} root={root} />
          ) : (
            <Button kind="ghost" small icon="filter" onPress={() => setMore(true)}>
              再缩小范围，或除去一些人
            </Button>
          )}
          <SaveAudience form={form} seatNode={root.id} />
        </View>
      </Card>
    </>
  )
}
