import { useState } from 'react'
import { View } from '@tarojs/components'
import { hazardKindLabels } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import type { SimilarRow } from 'types/hazard-similar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag, Tag } from '@/components/tag'
import { retrievalKeyOf } from '@/features/hazard/retrieval'
import { useBeingWritten, useSimilar } from '@/features/hazard/similar'
import { showDay } from '@/lib/clock'
import { goBack, openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { JoinSheet } from './join-sheet'

const isMine = ({ id, mine }: SimilarRow) => mine || retrievalKeyOf(id) !== undefined

const Found = ({ row, onJoin }: { row: SimilarRow; onJoin: () => void }) => (
  <Card>
    <View className="stack-s">
      <View className="row-wrap">
        <StateTag state={hazardMachine.states[row.state]} />
        <Tag tone="grey">{hazardKindLabels[row.kind]}</Tag>
        {row.people > 1 && <Tag tone="blue">{`${row.people} 人反映`}</Tag>}
      </View>
      <View className="strong">{row.place}</View>
      <View className="text-m">{showDay(`${row.on}T12:00:00+08:00`)} 上报</View>
      {isMine(row) ? (
        <Button kind="ghost" onPress={() => openPage(routes.hazardView, { id: row.id })}>
          您已反映过，看办理进度
        </Button>
      ) : (
        <Button kind="ghost" onPress={onJoin}>
          就是这一处，我也看到了
        </Button>
      )}
    </View>
  </Card>
)

const none = <Empty icon="check" title="没有很像的隐患" detail="返回后继续上报就行。" />

/** What others reported already: joined with one tap, or left for a report of one's own. */
const SimilarPage = () => {
  const { asked, values } = useBeingWritten()
  const similar = useSimilar(asked)
  const [joining, setJoining] = useState<string | null>(null)
  return (
    <Page
      title="很像的隐患"
      footer={
        <Button kind="quiet" onPress={goBack}>
          都不是，继续上报
        </Button>
      }
    >
      <View className="text-m">为保护上报人，这里不显示别人写的话和照片。是同一处就一起反映，进展同样会告诉您。</View>
      {asked ? (
        <QueryView query={similar} isEmpty={({ items }) => items.length === 0} empty={none}>
          {({ items }) => (
            <View className="stack">
              {items.map((row) => (
                <Found key={row.id} row={row} onJoin={() => setJoining(row.id)} />
              ))}
            </View>
          )}
        </QueryView>
      ) : (
        none
      )}
      {joining && <JoinSheet hazardId={joining} values={values} onClose={() => setJoining(null)} />}
    </Page>
  )
}

export default SimilarPage
