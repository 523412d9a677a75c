import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { labelKeys, labelNames, type Labels, type labelEntries } from 'types/labels'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useLabelEditions } from '@/features/office/labels/label-api'
import { LabelSheet } from '@/features/office/labels/label-sheet'
import { Pairs } from '@/features/office/pairs'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { useKeptLabels } from '@/hooks/use-labels'
import { showTime } from '@/lib/clock'

const title = '机构名称'
type Editions = OutputOf<typeof labelEntries.labelEditions>

const nameOf = (key: string) => (labelNames as Partial<Record<string, { name: string }>>)[key]?.name ?? key

const Words = ({ labels }: { labels: Labels }) => (
  <Card>
    <View className="stack-s">
      <View className="title">现在的叫法</View>
      <Pairs long pairs={labelKeys.map((key) => ({ name: labelNames[key].name, value: labels[key] }))} />
    </View>
  </Card>
)

const History = ({ items }: { items: Editions['items'] }) => (
  <Card>
    <View className="stack">
      <View className="title">改过什么</View>
      {items.length === 0 && <View className="text-m">还没有改过，用的是随程序提供的名称。</View>}
      {items.map(({ version, at, by, changes }) => (
        <View key={version} className="stack-s">
          <View className="row-between">
            <View className="strong">{`第 ${version + 1} 版`}</View>
            <View className="note">{`${by} · ${showTime(at)}`}</View>
          </View>
          {changes.map(({ key, from, to }) => (
            <View key={key} className="text-m">{`${nameOf(key)}：${from} 改为 ${to}`}</View>
          ))}
        </View>
      ))}
    </View>
  </Card>
)

const LabelsOf = () => {
  const [editing, setEditing] = useState(false)
  const stay = useCallback(() => setEditing(false), [])
  const kept = useKeptLabels()
  const editions = useLabelEditions()
  const edit = editions.data?.mayChange && kept.data && (
    <View className="office-act">
      <Button icon="edit" onPress={() => setEditing(true)}>
        修改名称
      </Button>
    </View>
  )
  return (
    <Page title={title} wide footer={edit || undefined}>
      <QueryView query={kept} skeleton={<Skeleton kind="card" count={2} />}>
        {({ version, labels }) => (
          <View className="office-form">
            <View className="text-m">机构改名时在这里改一次，页面、消息和打印的表都跟着改。</View>
            {editions.data?.mayChange === false && (
              <View className="note">由最上级工会的管理员修改，这里可以查看。</View>
            )}
            <Words labels={labels} />
            <QueryView query={editions}>{({ items }) => <History items={items} />}</QueryView>
            {editing && <LabelSheet version={version} labels={labels} onClose={stay} />}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** What institutions are called on pages, in messages and on printed forms. */
const LabelsPage = () => <WithSeat title={title}>{() => <LabelsOf />}</WithSeat>

export default LabelsPage
