import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { identityLabels } from 'types/hazard'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueueList } from '@/components/queue-list'
import { useMine, useTracked } from '@/features/hazard/api'
import { useRenewAfterDelivery } from '@/features/hazard/use-renew-after-delivery'
import { HazardRowCard } from '@/features/hazard/hazard-row-card'
import { PagedCards } from '@/features/hazard/paged-cards'
import { reviseOf } from '@/features/hazard/revise'
import { knownRetrievals } from '@/features/hazard/retrieval'
import { useMe } from '@/features/session/api'
import { openPage, openTab } from '@/lib/go'
import { readingSentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import type { QueueItem } from '@/lib/storage-keys'
import { useQueue } from '@/lib/submit-queue'
import { RetrievalSheet } from './retrieval-sheet'

const sent: readonly string[] = ['report', 'reportFor', 'join']
const isUnderway = ({ domain, action, state }: QueueItem) =>
  domain === 'hazard' && sent.includes(action) && state !== 'delivered'

const open = (id: string) => openPage(routes.hazardView, { id })

/** Anonymous reports are in no list of the cloud's: this phone knows them by their keys. */
const Anonymous = ({ ids }: { ids: readonly string[] }) => {
  const items = useQueue((queue) => queue.items)
  const found = useTracked(ids.filter((id) => !items.some((item) => item.id === id && isUnderway(item))))
  const problem = found.find((query) => query.isError && !query.data)
  const rows = found.flatMap((query) => (query.data ? [query.data] : []))
  if (rows.length === 0 && !problem) return null
  return (
    <>
      <View className="text-m">凭口令看的上报（只有这部手机记着口令）</View>
      {problem && <View className="text-m">有一条上报没有取到：{readingSentenceOf(problem.error)}</View>}
      {rows.map((row) => (
        <HazardRowCard key={row.id} row={row} identity={identityLabels[row.identity]} onPress={() => open(row.id)} />
      ))}
      <View className="text-m">实名和保密上报</View>
    </>
  )
}

/** What the union made public about the place where this person works. */
const OwnBoard = () => {
  const unit = useMe().data?.unit
  if (!unit) return null
  return (
    <Button kind="quiet" small icon="document" onPress={() => openPage(routes.hazardBoard, { e: unit.id })}>
      看本单位隐患公示
    </Button>
  )
}

/** My reports: what still waits on this phone first, then anonymous ones, then those the cloud keeps for me. */
const MinePage = () => {
  const mine = useMine()
  const leads = useMe().data?.grants.some(({ role }) => role === 'team-leader') ?? false
  const [ids, setIds] = useState(() => Object.keys(knownRetrievals()).reverse())
  const [asking, setAsking] = useState(false)
  const waiting = useQueue((queue) => queue.items.some(isUnderway))
  useRenewAfterDelivery()
  const { refetch } = mine
  useDidShow(() => {
    setIds(Object.keys(knownRetrievals()).reverse())
    void refetch()
  })
  const others = waiting || ids.length > 0
  return (
    <Page
      title="我的上报"
      footer={
        <Button icon="camera" onPress={() => openTab('hazard')}>
          拍照上报
        </Button>
      }
    >
      {leads && (
        <Button kind="ghost" icon="people" onPress={() => openPage(routes.hazardReportFor)}>
          替不用微信的工友上报
        </Button>
      )}
      <QueueList only={isUnderway} edit={reviseOf} />
      {ids.length > 0 && <Anonymous ids={ids} />}
      <PagedCards
        query={mine}
        empty={
          others ? (
            <View className="note center">没有别的上报了</View>
          ) : (
            <Empty icon="camera" title="还没有上报过" detail="看到不安全的地方，拍一张照片就能上报，可对企业保密。" />
          )
        }
      >
        {(row) => <HazardRowCard key={row.id} row={row} onPress={() => open(row.id)} />}
      </PagedCards>
      <Button kind="quiet" small icon="search" onPress={() => setAsking(true)}>
        用查询口令找上报
      </Button>
      <OwnBoard />
      <Button kind="quiet" small icon="gift" onPress={() => openPage(routes.hazardAward)}>
        看奖励公示
      </Button>
      {asking && <RetrievalSheet onClose={() => setAsking(false)} />}
    </Page>
  )
}

export default MinePage
