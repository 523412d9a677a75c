import { View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Pressable } from '@/components/pressable'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { Icon } from '@/components/icon'
import { aria } from '@/lib/aria'
import { useTree, type NodeView } from './api'
import { lacksManagers, nodeWords } from './node-words'
import './office.scss'

export type Step = { id: string; name: string }

type CrumbsProps = { path: readonly Step[]; onPath: (path: readonly Step[]) => void }

/** The way down to the node at hand; each step leads back. */
const Crumbs = ({ path, onPath }: CrumbsProps) => (
  <View className="office-crumbs" {...aria({ role: 'navigation', label: '所在层级' })}>
    {path.map((step, index) =>
      index === path.length - 1 ? (
        <View key={step.id} className="office-crumb office-crumb-now">
          {step.name}
        </View>
      ) : (
        <View key={step.id} className="row">
          <Pressable
            className="office-crumb"
            label={`回到${step.name}`}
            onPress={() => onPath(path.slice(0, index + 1))}
          >
            {step.name}
          </Pressable>
          <Icon name="chevron-right" size="s" />
        </View>
      ),
    )}
  </View>
)

const noChildren = <Empty icon="building" title="下面没有组织了" />

type Props = CrumbsProps & {
  /** Shows only units of the union tree. */
  unionOnly?: boolean
}

/** Walks through the tree: the node at hand is the last of the path, its children are rows. */
export const NodeBrowser = ({ path, onPath, unionOnly }: Props) => {
  const now = path[path.length - 1]
  const tree = useTree(now?.id ?? '')
  const rowsOf = (pages: readonly { items: readonly NodeView[] }[]) =>
    pages.flatMap(({ items }) => items).filter(({ authority }) => !unionOnly || authority === 'union')
  return (
    <>
      <Crumbs path={path} onPath={onPath} />
      <QueryView
        query={tree}
        skeleton={<Skeleton kind="list" count={5} />}
        isEmpty={(data) => rowsOf(data.pages).length === 0}
        empty={noChildren}
      >
        {(data) => (
          <>
            <ListGroup>
              {rowsOf(data.pages).map((node) => (
                <ListRow
                  key={node.id}
                  title={node.name}
                  detail={nodeWords(node)}
                  value={lacksManagers(node) ? <Tag tone="amber">缺管理员</Tag> : undefined}
                  onPress={() => onPath([...path, { id: node.id, name: node.name }])}
                />
              ))}
            </ListGroup>
            {tree.hasNextPage && <MoreButton query={tree} />}
          </>
        )}
      </QueryView>
    </>
  )
}
