import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { ReportReceipt } from 'types/hazard'
import { receiptCode } from 'types/ids'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Page } from '@/components/page'
import { QueueList } from '@/components/queue-list'
import { Timeline } from '@/components/timeline'
import { useRenewAfterDelivery } from '@/features/hazard/use-renew-after-delivery'
import { startReport } from '@/features/hazard/report-round'
import { reviseOf } from '@/features/hazard/revise'
import { retrievalKeyOf, spellRetrieval } from '@/features/hazard/retrieval'
import { useSubscribe } from '@/hooks/use-subscribe'
import { showTime } from '@/lib/clock'
import { copyText } from '@/lib/copy-text'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { QueueItem } from '@/lib/storage-keys'
import { dismiss, useQueue } from '@/lib/submit-queue'
import './receipt-page.scss'

const titles = {
  waiting: '已存在手机里',
  sending: '正在送出',
  delivered: '已送达工会',
  attention: '没有送达，需要您看一下',
} as const
type State = QueueItem['state']

const ahead = [
  { title: '工会受理', detail: '核对情况，判断轻重', tone: 'next' },
  { title: '向企业发出整改建议', detail: '写明要求和期限', tone: 'next' },
  { title: '企业整改，工会复核', tone: 'next' },
  { title: '核实无误，销号', tone: 'next' },
] as const

const handledBy = (item: QueueItem | undefined): { name: string; at: string } | null => {
  const receipt = ReportReceipt.safeParse(item?.result)
  return receipt.success ? { name: receipt.data.handledBy, at: receipt.data.at } : null
}

const Head = ({ id, state, item }: { id: string; state: State; item: QueueItem | undefined }) => {
  const receipt = handledBy(item)
  return (
    <Card>
      <View className="receipt-page-head">
        <View className={`receipt-page-mark receipt-page-${state}`}>
          <Icon name={state === 'delivered' ? 'check' : state === 'attention' ? 'warning' : 'clock'} size="l" />
        </View>
        <View className="headline">{titles[state]}</View>
        {state !== 'attention' && (
          <>
            <View className="text-m">上报编号</View>
            <View className="receipt-page-code">{receiptCode(id)}</View>
          </>
        )}
        {receipt && (
          <View className="text-m">
            {showTime(receipt.at)} 送达，由{receipt.name}办理
          </View>
        )}
        {(state === 'waiting' || state === 'sending') && (
          <View className="text-m">网络恢复后自动送出，只会送一份，不用重复提交。</View>
        )}
      </View>
    </Card>
  )
}

const KeyCard = ({ code }: { code: string }) => (
  <Card tone="amber">
    <View className="stack-s">
      <View className="strong">查询口令</View>
      <View className="receipt-page-key">{code}</View>
      <View>匿名上报只能凭它看进度。这部手机已经记住；换手机前请复制保存，丢了谁也找不回。</View>
    </View>
  </Card>
)

type FootProps = { retrieval: string | undefined; delivered: boolean; onView: () => void }

const Foot = ({ retrieval, delivered, onView }: FootProps) => {
  const { ask, allowed } = useSubscribe('receipt', 'hazard-progress')
  const view = delivered && (
    <Button kind={allowed ? 'primary' : 'quiet'} onPress={onView}>
      看办理进度
    </Button>
  )
  if (retrieval)
    return (
      <>
        <Button onPress={() => void copyText(retrieval, '查询口令')}>复制查询口令</Button>
        {view}
      </>
    )
  return (
    <>
      {!allowed && (
        <Button icon="bell" onPress={ask}>
          有进展时通知我
        </Button>
      )}
      {view}
    </>
  )
}

/** What became of the submission: kept, delivered with its number, or in need of a hand. */
export const ReceiptPage = ({ id }: { id: string }) => {
  const item = useQueue((queue) => queue.items.find((one) => one.id === id))
  const state: State = item?.state ?? 'delivered'
  const key = retrievalKeyOf(id)
  const retrieval = key && spellRetrieval(id, key)
  useRenewAfterDelivery()
  // The receipt is all a delivered item is for: it goes when the receipt does.
  useEffect(
    () => () => {
      const kept = useQueue.getState().items.find((one) => one.id === id)
      if (kept?.state === 'delivered') void dismiss(id)
    },
    [id],
  )
  const view = () => {
    startReport()
    openPage(routes.hazardView, { id })
  }
  return (
    <Page
      title="上报回执"
      tab="hazard"
      footer={
        state === 'attention' ? undefined : (
          <Foot retrieval={retrieval} delivered={state === 'delivered'} onView={view} />
        )
      }
    >
      <Head id={id} state={state} item={item} />
      {state === 'attention' && <QueueList only={(one) => one.id === id} edit={reviseOf} />}
      {retrieval && state !== 'attention' && <KeyCard code={retrieval} />}
      <Card>
        <View className="stack">
          <View className="strong">接下来</View>
          <Timeline items={ahead} />
        </View>
      </Card>
      <View className="row-wrap receipt-page-more">
        <Button kind="quiet" small icon="camera" onPress={startReport}>
          再报一条
        </Button>
        <Button kind="quiet" small icon="list" onPress={() => openPage(routes.hazardMine)}>
          我的上报
        </Button>
      </View>
    </Page>
  )
}
