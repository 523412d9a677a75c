import { View } from '@tarojs/components'
import { HazardSource, sourceLabels } from 'types/hazard-record'
import { ListGroup, ListRow } from '@/components/list-row'
import { Tag } from '@/components/tag'
import type { Coverage } from './api'

type Props = { data: Coverage; missing: HazardSource | undefined; onMissing: (source?: HazardSource) => void }

const foundBy = ({ sources }: Coverage, source: HazardSource) => {
  const { found, closed, overdue } = sources[source]
  return [`查出 ${found}`, `销号 ${closed}`, ...(overdue > 0 ? [`逾期 ${overdue}`] : [])].join(' · ')
}

/** The seven sources with how many enterprises each has looked at; a tap shows those it has not. */
export const SourceList = ({ data, missing, onMissing }: Props) => (
  <ListGroup title="各来源查到的企业，点一下看还没查的">
    {HazardSource.options.map((source) => {
      const unseen = data.units - data.seen[source]
      return (
        <ListRow
          key={source}
          title={sourceLabels[source]}
          detail={foundBy(data, source)}
          value={
            <View className="row">
              {missing === source && <Tag tone="red">正在看</Tag>}
              <View>{unseen === 0 ? `${data.units} 家都查了` : `${unseen} 家没查`}</View>
            </View>
          }
          onPress={() => onMissing(missing === source ? undefined : source)}
        />
      )
    })}
  </ListGroup>
)
