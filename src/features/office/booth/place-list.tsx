import { View } from '@tarojs/components'
import type { PlaceRow } from 'types/booth-places'
import { mostInBatch } from 'types/org-booth'
import { ListGroup, ListRow } from '@/components/list-row'
import { Tag } from '@/components/tag'

/** What will be made, row by row; a row that cannot stand says why, at once. */
export const PlaceList = ({ rows }: { rows: readonly PlaceRow[] }) => {
  const wrong = rows.filter(({ problem }) => problem !== null)
  if (rows.length === 0) return null
  return (
    <View className="stack-s">
      <View className={wrong.length > 0 ? 'ink-red' : 'text-m'}>
        {wrong.length > 0
          ? `共 ${rows.length} 个展台，其中 ${wrong.length} 个要改好才能建。`
          : `共 ${rows.length} 个展台，一次最多 ${mostInBatch} 个。`}
      </View>
      <ListGroup>
        {(wrong.length > 0 ? wrong : rows).map(({ name, place, problem }, index) => (
          <ListRow
            key={index}
            title={name || '（没有名称）'}
            detail={problem ?? place}
            value={problem ? <Tag tone="red">要改</Tag> : undefined}
          />
        ))}
      </ListGroup>
    </View>
  )
}
