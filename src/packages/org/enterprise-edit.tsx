import { useForm } from 'react-hook-form'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { FormPage } from '@/features/office/form-page'
import { EnterpriseFields, valuesOf, type EnterpriseValues } from '@/features/office/register/enterprise-fields'
import {
  useChangeEnterprise,
  useEnterprise,
  type Enterprise,
  type EnterpriseInput,
} from '@/features/office/register/register-api'
import { WithSeat } from '@/features/session/with-seat'
import { useNeededParam } from '@/hooks/use-needed-param'
import { goBack } from '@/lib/go'
import { showToast } from '@/lib/toast-store'

const title = '修改企业资料'

const Edit = ({ row }: { row: Enterprise }) => {
  const form = useForm<EnterpriseValues>({ defaultValues: valuesOf(row) })
  const change = useChangeEnterprise()
  // The fields have seen to it that every number is there.
  const submit = (values: EnterpriseValues) =>
    change.mutate(
      { id: row.id, version: row.version, ...(values as EnterpriseInput) },
      {
        onSuccess: () => {
          showToast('已保存', 'good')
          goBack()
        },
      },
    )
  return (
    <FormPage title={title} form={form} command={change} confirmWord="保存" onSubmit={submit}>
      <EnterpriseFields control={form.control} />
    </FormPage>
  )
}

const EditOf = () => {
  const enterprise = useEnterprise(useNeededParam('id'))
  // Read once: what somebody is typing is not replaced by what another has saved meanwhile.
  if (enterprise.data && !enterprise.isPending) return <Edit key={enterprise.data.id} row={enterprise.data} />
  return (
    <Page title={title} wide>
      <QueryView query={enterprise}>{() => null}</QueryView>
    </Page>
  )
}

/** Every field of an enterprise; each change stands in its history. */
const EnterpriseEditPage = () => <WithSeat title={title}>{() => <EditOf />}</WithSeat>

export default EnterpriseEditPage
