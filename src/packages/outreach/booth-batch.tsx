import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { freshBatch, rowsOf, toBatch, type BatchValues } from '@/features/office/booth/batch-values'
import { useCreateBooths } from '@/features/office/booth/booth-api'
import { taskOptions } from '@/features/office/booth/booth-values'
import { EnterprisesField } from '@/features/office/booth/enterprises-field'
import { PlaceList } from '@/features/office/booth/place-list'
import { useCampaignOptions } from '@/features/office/booth/use-campaign-options'
import { FormPage } from '@/features/office/form-page'
import { NodeField } from '@/features/office/node-field'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { dayOf } from '@/lib/clock'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const checkRows = (_: unknown, values: BatchValues) => {
  const rows = rowsOf(values)
  if (rows.length === 0) return '请填写至少一个展台'
  return rows.every(({ problem }) => problem === null) || '有几行要改好才能建，请看下面'
}

const BatchForm = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const form = useForm<BatchValues>({ defaultValues: freshBatch(root) })
  const { control } = form
  const [node, places, enterprises] = useWatch({ control, name: ['node', 'places', 'enterprises'] })
  const create = useCreateBooths()
  const campaigns = useCampaignOptions(seat.nodeId)
  const submit = (values: BatchValues) =>
    create.mutate(toBatch(values), {
      onSuccess: ({ id, booths }) => {
        showToast(`${booths} 个展台已建好`, 'good')
        replacePage(routes.officeBoothCode, { batchId: id })
      },
    })
  return (
    <FormPage title="批量新建展台" form={form} command={create} confirmWord="建好并看海报" onSubmit={submit}>
      <Card>
        <View className="stack">
          <TextField control={control} name="title" label="这一批叫什么" placeholder="例如 安全生产月进企业" max={30} />
          <TextareaField
            control={control}
            name="places"
            label="展台和地点"
            optional
            hint="一行一个：名称，地点。可以从表格里整列复制过来。"
            placeholder={'中心广场 1 号，中心广场正门\n工人文化宫，一楼大厅'}
            max={5000}
            rules={{ validate: checkRows }}
          />
          <EnterprisesField control={control} nodeId={node.id} />
          <PlaceList rows={rowsOf({ places, enterprises })} />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <ChoiceField control={control} name="task" label="扫码后先打开" options={taskOptions} />
          <NodeField
            control={control}
            name="node"
            label="属于哪个工会"
            hint="从这些展台来的上报，先到这个工会。"
            root={root}
            unionOnly
          />
          <PickerField control={control} name="campaignId" label="闯关活动" optional options={campaigns} />
          <DateField
            control={control}
            name="closesAt"
            label="用到哪天"
            optional
            hint="到期后二维码自动停用，改为打开工会首页；不填就一直能用。"
            from={dayOf(new Date())}
            inDays={[7, 30, 90]}
          />
        </View>
      </Card>
    </FormPage>
  )
}

/** Many booths at once, and then their posters. */
const BoothBatchPage = () => (
  <WithSeat title="批量新建展台">{(seat) => <BatchForm key={seat.id} seat={seat} />}</WithSeat>
)

export default BoothBatchPage
