import { useState } from 'react'
import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { Tag } from '@/components/tag'
import { showNumber } from '@/lib/show-number'
import { useEnterprises, type EnterpriseRow } from './api'
import { SearchBox } from './search-box'

const Facts = ({ row }: { row: EnterpriseRow }) => (
  <View className="stack-s">
    <View>{`${row.industry} · ${showNumber(row.workers)} 名职工 · ${row.teams} 个班组`}</View>
    <View>{row.nodeName}</View>
    <View className="row-wrap">
      {row.flags.highRisk && <Tag tone="red">高危</Tag>}
      {row.flags.nonPublic && <Tag>非公</Tag>}
      {row.flags.small && <Tag>中小微</Tag>}
      {!row.hasUnion && <Tag tone="amber">未建工会</Tag>}
    </View>
  </View>
)

const nothing = <Empty icon="building" title="没有这样的企业" detail="换个更短的词，或者登记一家。" />

/** Enterprises of a subtree, by name and by the high-risk flag. */
export const EnterpriseList = ({ nodeId }: { nodeId: string }) => {
  const [words, setWords] = useState('')
  const [highRisk, setHighRisk] = useState(false)
  const found = useEnterprises({ nodeId, ...(words && { words }), ...(highRisk && { highRisk }) })
  return (
    <>
      <SearchBox label="搜企业名称" onSearch={setWords} />
      <View className="row-wrap">
        <Chip on={highRisk} onPress={() => setHighRisk(!highRisk)}>
          只看高危行业
        </Chip>
      </View>
      <QueryView query={found} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <ListGroup>
              {data.pages
                .flatMap(({ items }) => items)
                .map((row) => (
                  <ListRow key={row.id} title={row.name} detail={<Facts row={row} />} />
                ))}
            </ListGroup>
            <MoreButton query={found} />
          </>
        )}
      </QueryView>
    </>
  )
}
