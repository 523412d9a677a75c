import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { useCreateCampaign } from '@/features/office/quiz-api'
import {
  freshCampaign,
  levelProblems,
  toCampaign,
  usualLevels,
  type CampaignValues,
} from '@/features/office/campaign-values'
import { FormPage } from '@/features/office/form-page'
import { LevelList } from '@/features/office/level-list'
import { NodeField } from '@/features/office/node-field'
import type { Seat } from '@/features/office/seat-choice'
import { dayOf } from '@/lib/clock'
import { goBack } from '@/lib/go'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from './with-seat'

const CampaignForm = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const form = useForm<CampaignValues>({ defaultValues: freshCampaign(root, new Date()) })
  const [levels, setLevels] = useState(usualLevels)
  const create = useCreateCampaign()
  const { control } = form
  const submit = (values: CampaignValues) =>
    create.mutate(toCampaign(values, levels), {
      onSuccess: () => {
        showToast('活动已建好，到时自动开始，也可以现在手动开始', 'good')
        goBack()
      },
    })
  const problems = create.error instanceof AppError ? levelProblems(create.error.fields ?? {}) : {}
  const today = dayOf(new Date())
  return (
    <FormPage title="新建活动" form={form} command={create} confirmWord="建好活动" onSubmit={submit}>
      <Card>
        <View className="stack">
          <TextField control={control} name="title" label="活动名称" placeholder="例如 安全生产月" max={30} />
          <TextField control={control} name="slogan" label="活动口号" placeholder="例如 人人讲安全" max={30} />
          <DateField control={control} name="opensAt" label="第一天" from={today} />
          <DateField control={control} name="closesAt" label="最后一天" from={today} inDays={[7, 30, 90]} />
          <TextField
            control={control}
            name="attemptsPerDay"
            kind="number"
            label="每人每天可挑战几次"
            hint="没过关也算一次。"
            max={3}
          />
          <NodeField control={control} name="node" label="在哪个工会范围举办" root={root} unionOnly />
        </View>
      </Card>
      <LevelList levels={levels} problems={problems} onLevels={setLevels} />
    </FormPage>
  )
}

/** A campaign: eight levels stand ready, name and days are asked. */
const CampaignNewPage = () => (
  <WithSeat title="新建活动">{(seat) => <CampaignForm key={seat.id} seat={seat} />}</WithSeat>
)

export default CampaignNewPage
