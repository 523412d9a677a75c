import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { EnterpriseTags } from '@/features/office/enterprise-list'
import { Pairs } from '@/features/office/pairs'
import { ClosingSheet } from '@/features/office/register/closing-sheet'
import { EnterpriseHistory } from '@/features/office/register/enterprise-history'
import { useEnterprise, type Enterprise } from '@/features/office/register/register-api'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'

const title = '企业资料'

const pairsOf = (row: Enterprise) => [
  { name: '所属工会', value: row.nodeName },
  { name: '信用代码', value: row.code },
  { name: '行业', value: row.industry },
  { name: '职工人数', value: `${showNumber(row.workers)} 人` },
  { name: '劳务派遣', value: `${showNumber(row.dispatched)} 人` },
  { name: '新就业形态', value: `${showNumber(row.newForms)} 人` },
  { name: '班组数', value: `${showNumber(row.teams)} 个` },
  { name: '地址', value: row.address },
  { name: '联系岗位', value: row.contactPost },
  { name: '联系电话', value: row.contactPhone },
]

const Shown = ({ row }: { row: Enterprise }) => {
  const [closing, setClosing] = useState(false)
  const stay = useCallback(() => setClosing(false), [])
  return (
    <View className="office-form">
      <Card>
        <View className="stack-s">
          <View className="headline">{row.name}</View>
          <EnterpriseTags row={row} />
          <Pairs pairs={pairsOf(row)} />
        </View>
      </Card>
      <EnterpriseHistory history={row.history} />
      <Button kind="quiet" onPress={() => setClosing(true)}>
        {row.state === 'active' ? '标记关停' : '恢复在册'}
      </Button>
      {closing && <ClosingSheet row={row} onClose={stay} />}
    </View>
  )
}

const EnterpriseOf = () => {
  const id = useNeededParam('id')
  const enterprise = useEnterprise(id)
  const edit = enterprise.data?.state === 'active' && (
    <View className="office-act">
      <Button icon="edit" onPress={() => openPage(routes.officeEnterpriseEdit, { id })}>
        修改资料
      </Button>
    </View>
  )
  return (
    <Page title={title} wide footer={edit || undefined}>
      <QueryView query={enterprise} skeleton={<Skeleton kind="card" count={2} />}>
        {(row) => <Shown row={row} />}
      </QueryView>
    </Page>
  )
}

/** One enterprise of the register, with what was changed about it and by whom. */
const EnterprisePage = () => <WithSeat title={title}>{() => <EnterpriseOf />}</WithSeat>

export default EnterprisePage
