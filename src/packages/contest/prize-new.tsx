import { useForm, useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { FormPage } from '@/features/office/form-page'
import { useCreatePrize, usePrizes } from '@/features/office/prize/api'
import { freshPrize, modeOptions, showYuan, toPrizeInput, type PrizeValues } from '@/features/office/prize/prize-values'
import { useNeededParam } from '@/hooks/use-needed-param'
import { dayOf } from '@/lib/clock'
import { goBack } from '@/lib/go'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

/** What a piece of the stock is had for. */
const Conditions = ({ control }: { control: Control<PrizeValues> }) => (
  <>
    <TextField
      control={control}
      name="price.chances"
      kind="number"
      label="要花几次机会"
      optional
      hint="机会由闯关得到，规则见活动设置。不花机会填 0。"
      max={4}
    />
    <TextField
      control={control}
      name="price.level"
      kind="number"
      label="要通过第几关"
      placeholder="空着就不限"
      optional
      max={2}
    />
    <TextField
      control={control}
      name="price.points"
      kind="number"
      label="要有多少积分"
      placeholder="空着就不限"
      optional
      max={7}
    />
  </>
)

const PrizeForm = () => {
  const campaignId = useNeededParam('campaignId')
  const cap = usePrizes(campaignId).data?.cap
  const form = useForm<PrizeValues>({ defaultValues: freshPrize() })
  const { control } = form
  const mode = useWatch({ control, name: 'mode' })
  const create = useCreatePrize()
  const submit = (values: PrizeValues) =>
    create.mutate(toPrizeInput(values, campaignId), {
      onSuccess: () => {
        showToast('奖品已建好，上架后职工才能看到', 'good')
        goBack()
      },
    })
  return (
    <FormPage title="新建奖品" form={form} command={create} confirmWord="建好奖品" onSubmit={submit}>
      <Card>
        <View className="stack">
          <TextField control={control} name="title" label="奖品名称" placeholder="例如 保温杯" max={20} />
          <TextField
            control={control}
            name="value"
            kind="digit"
            label="每份价值（元）"
            hint={cap === undefined ? undefined : `本次活动单件不超过 ${showYuan(cap)}。`}
            max={8}
          />
          <TextField control={control} name="stock" kind="number" label="准备几份" max={6} />
          <TextField control={control} name="perPerson" kind="number" label="每人最多几份" max={3} />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <ChoiceField control={control} name="mode" label="怎么发" options={modeOptions} />
          {mode === 'stock' && <Conditions control={control} />}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <TextField control={control} name="place" label="领奖地点" placeholder="例如 一楼服务大厅" max={30} />
          <DateField
            control={control}
            name="expiresAt"
            label="最后一天"
            hint="过了这天没领的自动收回。"
            from={dayOf(new Date())}
            inDays={[7, 30, 90]}
          />
        </View>
      </Card>
    </FormPage>
  )
}

/** A prize: what, how many, for what. */
const PrizeNewPage = () => <WithSeat title="新建奖品">{() => <PrizeForm />}</WithSeat>

export default PrizeNewPage
