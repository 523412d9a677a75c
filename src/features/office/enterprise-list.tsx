import { useState } from 'react'
import { View } from '@tarojs/components'
import { enterpriseMachine } from 'types/org-register'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { StateTag, Tag } from '@/components/tag'
import { showNumber } from '@/lib/show-number'
import { useEnterprises, type EnterpriseFilter, type EnterpriseRow } from './api'
import { RegisterFilters, type RegisterFlags } from './register/register-filters'
import { RowList } from '@/components/row-list'
import { SearchBox } from './search-box'

/** What kind of enterprise it is, in tags. */
export const EnterpriseTags = ({ row }: { row: Pick<EnterpriseRow, 'flags' | 'hasUnion' | 'state'> }) => (
  <View className="row-wrap">
    {row.state === 'closed' && <StateTag state={enterpriseMachine.states.closed} />}
    {row.flags.highRisk && <Tag tone="red">高危</Tag>}
    {row.flags.nonPublic && <Tag>非公</Tag>}
    {row.flags.small && <Tag>中小微</Tag>}
    {!row.hasUnion && <Tag tone="amber">未建工会</Tag>}
  </View>
)

const Facts = ({ row }: { row: EnterpriseRow }) => (
  <View className="stack-s">
    <View>{`${row.industry} · ${showNumber(row.workers)} 名职工 · ${row.teams} 个班组`}</View>
    <View>{row.nodeName}</View>
    <EnterpriseTags row={row} />
  </View>
)

const nothing = <Empty icon="building" title="没有这样的企业" detail="换个更短的词，或者登记一家。" />

type Narrowed = { words: string; flags: RegisterFlags }
const toFilter = (nodeId: string, { words, flags }: Narrowed): EnterpriseFilter => ({
  ...{ nodeId, ...flags },
  ...(words && { words }),
})

type Props = {
  nodeId: string
  onOpen?: (id: string) => void
  /** Told what the list is narrowed by, for who exports just that. */
  onFilter?: (filter: EnterpriseFilter) => void
}

/** Enterprises of a subtree, by name and by what kind they are. */
export const EnterpriseList = ({ nodeId, onOpen, onFilter }: Props) => {
  const [{ words, flags }, setNarrowed] = useState<Narrowed>({ words: '', flags: {} })
  const narrow = (next: Narrowed) => {
    setNarrowed(next)
    onFilter?.(toFilter(nodeId, next))
  }
  const found = useEnterprises(toFilter(nodeId, { words, flags }))
  return (
    <>
      <SearchBox label="搜企业名称" onSearch={(typed) => narrow({ words: typed, flags })} />
      <RegisterFilters flags={flags} onChange={(next) => narrow({ words, flags: next })} />
      <RowList query={found} empty={nothing}>
        {(row) => (
          <ListRow
            key={row.id}
            title={row.name}
            detail={<Facts row={row} />}
            onPress={onOpen && (() => onOpen(row.id))}
          />
        )}
      </RowList>
    </>
  )
}
