import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { useCreateBooth } from '@/features/office/booth/booth-api'
import { useCampaignOptions } from '@/features/office/booth/use-campaign-options'
import { freshBooth, taskOptions, toBooth, type BoothValues } from '@/features/office/booth/booth-values'
import { EnterpriseField } from '@/features/office/enterprise-field'
import { FormPage } from '@/features/office/form-page'
import { NodeField } from '@/features/office/node-field'
import type { Seat } from '@/features/session/seat-choice'
import { useQueryParam } from '@/hooks/use-query-param'
import { dayOf } from '@/lib/clock'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

const BoothForm = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const form = useForm<BoothValues>({ defaultValues: freshBooth(root, useQueryParam('campaignId')) })
  const { control } = form
  const node = useWatch({ control, name: 'node' })
  const create = useCreateBooth()
  const campaigns = useCampaignOptions(seat.nodeId)
  const submit = (values: BoothValues) =>
    create.mutate(toBooth(values), {
      onSuccess: ({ id }) => {
        showToast('展台已建好', 'good')
        replacePage(routes.officeBoothCode, { id })
      },
    })
  return (
    <FormPage title="新建展台" form={form} command={create} confirmWord="建好并看二维码" onSubmit={submit}>
      <Card>
        <View className="stack">
          <TextField control={control} name="name" label="展台名称" placeholder="例如 中心广场 3 号展台" max={30} />
          <TextField control={control} name="place" label="地点" placeholder="例如 中心广场东入口" max={60} />
          <ChoiceField control={control} name="task" label="扫码后先打开" options={taskOptions} />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <NodeField
            control={control}
            name="node"
            label="属于哪个工会"
            hint="从这个展台来的上报，先到这个工会。"
            root={root}
            unionOnly
          />
          <PickerField control={control} name="campaignId" label="闯关活动" optional options={campaigns} />
          <EnterpriseField
            control={control}
            name="enterpriseId"
            label="设在哪家企业"
            optional
            hint="设在企业里的展台，扫码的职工默认属于这家企业。"
            nodeId={node.id}
          />
          <DateField
            control={control}
            name="closesAt"
            label="用到哪天"
            optional
            hint="到期后二维码自动停用；不填就一直能用。"
            from={dayOf(new Date())}
            inDays={[7, 30, 90]}
          />
        </View>
      </Card>
    </FormPage>
  )
}

/** A booth, and at once its code. */
const BoothNewPage = () => <WithSeat title="新建展台">{(seat) => <BoothForm key={seat.id} seat={seat} />}</WithSeat>

export default BoothNewPage
