import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { RawInputOf } from 'types/contract'
import type { officeEntries } from 'types/org-office'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { TextField } from '@/components/text-field'
import { useCreateNode, useTree, type NodeView } from '@/features/office/api'
import { FormPage } from '@/features/office/form-page'
import type { Step } from '@/features/office/node-browser'
import { NodeField } from '@/features/office/node-field'
import { childKinds, type ChildKind } from '@/features/office/node-words'
import type { Seat } from '@/features/session/seat-choice'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack, openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

type Values = { type: string; name: string; serves: Step }
type NewNode = Omit<RawInputOf<typeof officeEntries.createNode>, '_id'>

const toNode = (parent: NodeView, kind: ChildKind, { name, serves }: Values): NewNode => ({
  ...{ nodeId: parent.id, type: kind.type, name },
  ...(kind.authority === 'regulator' && { authority: kind.authority, serves: serves.id }),
})

const NodeForm = ({ parent, seat }: { parent: NodeView; seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const kinds = childKinds(parent)
  const form = useForm<Values>({ defaultValues: { type: kinds[0]?.value ?? '', name: '', serves: root } })
  const type = useWatch({ control: form.control, name: 'type' })
  const kind = kinds.find(({ value }) => value === type)
  const create = useCreateNode()
  const submit = (values: Values) => {
    if (!kind) return form.setError('type', { message: '请选择类型' })
    create.mutate(toNode(parent, kind, values), {
      onSuccess: ({ name }) => {
        showToast(`“${name}”已建好，接着可以去邀请管理员`, 'good')
        goBack()
      },
    })
  }
  return (
    <FormPage title="新建组织" form={form} command={create} confirmWord="建好" onSubmit={submit}>
      <View className="text-m">{`上级：${parent.name}`}</View>
      {parent.authority === 'union' && (
        <View className="row-wrap">
          <Button
            small
            kind="ghost"
            icon="upload"
            onPress={() => openPage(routes.officeSheetImport, { kind: 'nodes', parent: parent.id, name: parent.name })}
          >
            一次建很多？从表格导入
          </Button>
        </View>
      )}
      <Card>
        <View className="stack">
          <ChoiceField control={form.control} name="type" label="类型" options={kinds} />
          <TextField control={form.control} name="name" label="名称" max={40} />
          {kind?.authority === 'regulator' && (
            <NodeField
              control={form.control}
              name="serves"
              label="对应哪个工会"
              hint="这个监管单位审核这个工会及下级的志愿者。"
              root={root}
              unionOnly
            />
          )}
        </View>
      </Card>
    </FormPage>
  )
}

const Loaded = ({ seat }: { seat: Seat }) => {
  const tree = useTree(useQueryParam('parent') ?? seat.nodeId)
  const parent = tree.data?.pages[0]?.node
  if (parent) return <NodeForm parent={parent} seat={seat} />
  return (
    <Page title="新建组织" wide>
      <QueryView query={tree}>{() => null}</QueryView>
    </Page>
  )
}

/** A unit below the one at hand: the tree's rule says of which kinds. */
const NodeNewPage = () => <WithSeat title="新建组织">{(seat) => <Loaded key={seat.id} seat={seat} />}</WithSeat>

export default NodeNewPage
