import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { ServedRow } from 'types/org-regulators'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { Tag } from '@/components/tag'
import { useTree } from '@/features/office/api'
import type { Step } from '@/features/office/node-browser'
import { useServed } from '@/features/office/regulators/regulator-api'
import { ServesSheet } from '@/features/office/regulators/serves-sheet'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const title = '监管单位'
const parts = [
  { value: 'all' as const, label: '全部' },
  { value: 'unserved' as const, label: '没有对应的' },
]
type Editing = { regulator: Step; serves: Step }

const nothing = <Empty icon="check" title="每个工会都有对应的监管单位" detail="新建工会后，没有对应的会列在这里。" />

type RowProps = { row: ServedRow; mayEdit: boolean; onEdit: (editing: Editing) => void }

const Regulator = ({
  regulator,
  union,
  mayEdit,
  onEdit,
}: RowProps['row'] &
  Omit<RowProps, 'row'> & {
    regulator: ServedRow['regulators'][number]
  }) => (
  <View className="stack-s">
    <View className="row-between">
      <View>{regulator.name}</View>
      {regulator.managers < 2 && <Tag tone="amber">缺管理员</Tag>}
    </View>
    {mayEdit && (
      <View className="row-wrap">
        <Button
          small
          kind="quiet"
          icon="people"
          label={`${regulator.name}审核人员`}
          onPress={() => openPage(routes.officePeople, { node: regulator.id, name: regulator.name })}
        >
          审核人员
        </Button>
        <Button
          small
          kind="quiet"
          icon="edit"
          label={`${regulator.name}改对应的工会`}
          onPress={() => onEdit({ regulator, serves: union })}
        >
          改对应的工会
        </Button>
      </View>
    )}
  </View>
)

const Row = ({ row, ...rest }: RowProps) => (
  <Card>
    <View className="stack-s">
      <View className="strong">{row.union.name}</View>
      {row.regulators.map((regulator) => (
        <Regulator key={regulator.id} {...row} {...rest} regulator={regulator} />
      ))}
      {row.regulators.length === 0 && (
        <View className="text-m">
          {row.through ? `没有本级监管单位，由${row.through.name}审核` : '没有监管单位，志愿者申请交不出去'}
        </View>
      )}
    </View>
  </Card>
)

const Served = ({ seat, only, mayEdit }: { seat: Seat; only: 'all' | 'unserved'; mayEdit: boolean }) => {
  const served = useServed(seat.nodeId, only)
  const [editing, setEditing] = useState<Editing | null>(null)
  const stay = useCallback(() => setEditing(null), [])
  const root = { id: seat.nodeId, name: seat.nodeName }
  return (
    <QueryView query={served} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={nothing}>
      {({ pages }) => (
        <View className="office-part">
          <View className="note">{`没有本级监管单位的工会：${pages[0]?.unserved ?? 0} 个`}</View>
          <View className="office-grid office-grid-even">
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <Row key={row.union.id} row={row} mayEdit={mayEdit} onEdit={setEditing} />
              ))}
          </View>
          <MoreButton query={served} />
          {editing && <ServesSheet {...editing} root={root} onClose={stay} />}
        </View>
      )}
    </QueryView>
  )
}

const Regulators = ({ seat }: { seat: Seat }) => {
  const [only, setOnly] = useState<'all' | 'unserved'>('all')
  const own = useTree(seat.nodeId).data?.pages[0]?.node
  const mayEdit = own?.parentId === null
  const add = mayEdit && (
    <View className="office-act">
      <Button icon="plus" onPress={() => openPage(routes.officeTree)}>
        去组织里新建监管单位
      </Button>
    </View>
  )
  return (
    <Page title={title} wide footer={add || undefined}>
      <SeatChoice seat={seat} />
      <Segment label="看哪些" options={parts} value={only} onChange={setOnly} />
      <Served key={only} seat={seat} only={only} mayEdit={mayEdit} />
    </Page>
  )
}

/** The regulators beside the unions: who reviews whose volunteers, and where nobody of the same level does. */
const RegulatorsPage = () => <WithSeat title={title}>{(seat) => <Regulators key={seat.id} seat={seat} />}</WithSeat>

export default RegulatorsPage
