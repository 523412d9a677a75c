import { useState } from 'react'
import { View } from '@tarojs/components'
import { managerRoles } from 'types/org'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import type { EnterpriseFilter } from '@/features/office/api'
import { EnterpriseList } from '@/features/office/enterprise-list'
import type { Step } from '@/features/office/node-browser'
import { NodePick } from '@/features/office/node-field'
import { useExportRegister } from '@/features/office/register/register-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { openDocument } from '@/lib/open-document'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const title = '企业名册'
const open = (id: string) => openPage(routes.officeEnterprise, { id })

const Sheets = ({ filter, node }: { filter: EnterpriseFilter; node: Step }) => {
  const exporting = useExportRegister()
  const draw = () =>
    exporting.mutate(filter, {
      onSuccess: ({ url, fileName }) => void openDocument(url, fileName),
      onError: (error) => showToast(sentenceOf(error), 'bad'),
    })
  return (
    <View className="row-wrap">
      <Button
        small
        kind="ghost"
        icon="upload"
        onPress={() => openPage(routes.officeSheetImport, { kind: 'enterprises', parent: node.id, name: node.name })}
      >
        导入表格
      </Button>
      <Button small kind="ghost" icon="download" loading={exporting.isPending} onPress={draw}>
        导出表格
      </Button>
    </View>
  )
}

const Register = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const [node, setNode] = useState<Step>(root)
  const [filter, setFilter] = useState<EnterpriseFilter>({})
  const isOfficer = seat.role === 'officer'
  const found = () => openPage(routes.officeEnterpriseNew, { parent: node.id, name: node.name })
  const footer = isOfficer && (
    <View className="office-act">
      <Button icon="plus" onPress={found}>
        登记企业
      </Button>
    </View>
  )
  return (
    <Page title={title} wide footer={footer || undefined}>
      <SeatChoice seat={seat} />
      {isOfficer && <NodePick label="哪个工会及下级" root={root} value={node} unionOnly onChoose={setNode} />}
      {isOfficer && <Sheets filter={{ ...filter, nodeId: node.id }} node={node} />}
      <EnterpriseList key={node.id} nodeId={node.id} onOpen={isOfficer ? open : undefined} onFilter={setFilter} />
    </Page>
  )
}

/** Enterprises of a subtree: searched, narrowed, exported and taken in; a regulator reads those of the unions he serves. */
const RegisterPage = () => (
  <WithSeat title={title} roles={managerRoles}>
    {(seat) => <Register key={seat.id} seat={seat} />}
  </WithSeat>
)

export default RegisterPage
