import { useCallback, useState } from 'react'
import { useController, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { mostLeftOut, type Audience } from 'types/notice-audience'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { FieldFrame } from '@/components/field-frame'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { PickedNames } from '../picked-names'
import { SearchBox } from '../search-box'
import { toAudience } from './audience-values'
import type { PushValues } from './push-values'
import { useAudiencePeople, type AudiencePerson } from './reach-api'

/** What tells people of one name apart. */
const facts = ({ unit, mark }: AudiencePerson) =>
  [unit ?? '未填单位', mark && `编号 ${mark}`].filter(Boolean).join(' · ')

type FoundProps = { nodeId: string; audience: Audience; onChoose: (one: AudiencePerson) => void }

const Found = ({ name, nodeId, audience, onChoose }: FoundProps & { name: string }) => (
  <QueryView
    query={useAudiencePeople(nodeId, audience, name)}
    skeleton={<Skeleton kind="list" />}
    isEmpty={({ items }) => items.length === 0}
    empty={<Empty icon="search" title="没有找到这个人" detail="从姓开始写。只能找到在所选单位范围里、留过姓名的人。" />}
  >
    {({ items, more }) => (
      <>
        <ListGroup>
          {items.map((one) => (
            <ListRow key={one.id} title={one.name} detail={facts(one)} onPress={() => onChoose(one)} />
          ))}
        </ListGroup>
        {more && <View className="note">还有更多同名的人，请把姓名写全。</View>}
      </>
    )}
  </QueryView>
)

const Search = (props: FoundProps) => {
  const [name, setName] = useState('')
  return (
    <>
      <SearchBox label="按姓名找人" onSearch={setName} />
      {name ? <Found name={name} {...props} /> : <View className="text-m">从姓开始写，如“王”或“王建”。</View>}
    </>
  )
}

/** Those whom a kept audience leaves out already. */
export const KeptOut = ({ nodeId, audience }: { nodeId: string; audience: Audience }) => (
  <QueryView query={useAudiencePeople(nodeId, audience)} aside skeleton={<Skeleton kind="list" count={1} />}>
    {({ items }) => <View className="text-m">{`已点名除去：${items.map(({ name }) => name).join('、')}`}</View>}
  </QueryView>
)

/** Persons who get nothing though they are of the audience, found by their names. */
export const LeaveOut = ({ form, nodeId }: { form: UseFormReturn<PushValues>; nodeId: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const { value, onChange } = useController({ control: form.control, name: 'narrow.without' }).field
  const add = ({ id, name }: AudiencePerson) => {
    if (!value.some((one) => one.id === id)) onChange([...value, { id, name }])
    close()
  }
  const { node, who, narrow } = form.getValues()
  return (
    <FieldFrame label="点名除去的人" optional hint="他们不会收到这次推送，站内也没有；送达结果里会写明除去了几人。">
      <View className="stack-s">
        <PickedNames value={value} verb="不再除去" onChange={onChange} />
        {value.length < mostLeftOut && (
          <Button kind="ghost" small icon="plus" onPress={() => setOpen(true)}>
            除去一个人
          </Button>
        )}
      </View>
      <Sheet open={open} title="除去一个人" onClose={close}>
        <Search nodeId={nodeId} audience={toAudience(node.id, who, narrow)} onChoose={add} />
      </Sheet>
    </FieldFrame>
  )
}
