import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { RawInputOf } from 'types/contract'
import type { officeEntries } from 'types/org-office'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { useCreateEnterprise } from '@/features/office/api'
import { FormPage } from '@/features/office/form-page'
import { EnterpriseMarks } from '@/features/office/register/enterprise-marks'
import type { Seat } from '@/features/session/seat-choice'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack } from '@/lib/go'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

type Values = Omit<RawInputOf<typeof officeEntries.createEnterprise>, '_id' | 'nodeId' | 'workers' | 'teams'> & {
  workers: number | undefined
  teams: number | undefined
}

const fresh: Values = {
  ...{ name: '', industry: '', hasUnion: true, workers: undefined, teams: undefined },
  flags: { highRisk: false, nonPublic: false, small: false },
}

const EnterpriseForm = ({ seat }: { seat: Seat }) => {
  const nodeId = useQueryParam('parent') ?? seat.nodeId
  const nodeName = useQueryParam('name') ?? seat.nodeName
  const form = useForm<Values>({ defaultValues: fresh })
  const { control } = form
  const create = useCreateEnterprise()
  const submit = ({ workers, teams, ...values }: Values) => {
    if (workers === undefined) form.setError('workers', { message: '请填写职工人数' })
    if (teams === undefined) form.setError('teams', { message: '请填写班组数，没有就填 0' })
    if (workers === undefined || teams === undefined) return
    create.mutate(
      { nodeId, workers, teams, ...values },
      {
        onSuccess: ({ name }) => {
          showToast(`“${name}”已登记`, 'good')
          goBack()
        },
      },
    )
  }
  return (
    <FormPage title="登记企业" form={form} command={create} confirmWord="登记" onSubmit={submit}>
      <View className="text-m">{`登记在：${nodeName}`}</View>
      <Card>
        <View className="stack">
          <TextField control={control} name="name" label="企业名称" max={60} />
          <TextField control={control} name="industry" label="行业" placeholder="例如 机械制造" max={20} />
          <TextField control={control} name="workers" kind="number" label="职工人数" max={7} />
          <TextField control={control} name="teams" kind="number" label="班组数" hint="没有班组就填 0。" max={6} />
        </View>
      </Card>
      <EnterpriseMarks control={control} />
    </FormPage>
  )
}

/** An enterprise in the register of one union. */
const EnterpriseNewPage = () => (
  <WithSeat title="登记企业">{(seat) => <EnterpriseForm key={seat.id} seat={seat} />}</WithSeat>
)

export default EnterpriseNewPage
