import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useQueryClient } from '@tanstack/react-query'
import { isBeingFixed } from 'types/hazard'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { FixingCard, PlanCard } from '@/components/plan-card'
import { QueryView } from '@/components/query-view'
import { QueueList } from '@/components/queue-list'
import { AnswerCard, UnionWords } from '@/features/hazard/answer-card'
import { AnswerForm } from '@/features/hazard/answer-form'
import { isAnswer, isOfHazard, isWaitingAnswer, reviseAnswer } from '@/features/hazard/answer-values'
import { useFixDetail } from '@/features/hazard/api'
import { hazardKeys } from '@/features/hazard/keys'
import { DeadlineCard } from '@/features/hazard/deadline-card'
import type { FixHazard } from '@/features/hazard/fix/fix-api'
import { FixSteps, PlanFoot, useFixSheet } from '@/features/hazard/fix/fix-steps'
import { HazardHead } from '@/features/hazard/hazard-head'
import { HazardSkeleton } from '@/features/hazard/hazard-skeleton'
import { HazardTimeline } from '@/features/hazard/hazard-timeline'
import { useAnswerForm } from '@/features/hazard/use-answer-form'
import { useSubscribe } from '@/hooks/use-subscribe'
import { useNeededParam } from '@/hooks/use-needed-param'
import type { QueueItem } from '@/lib/storage-keys'
import { dismiss, useQueue } from '@/lib/submit-queue'
import { showToast } from '@/lib/toast-store'

type Hazard = FixHazard

const Facts = ({ hazard }: { hazard: Hazard }) => (
  <>
    <HazardHead hazard={hazard} />
    <DeadlineCard hazard={hazard} />
    {isBeingFixed(hazard.state) && <UnionWords title="工会核实后退回，请再改" words={hazard.reason} tone="amber" />}
    <UnionWords title="工会的整改建议" words={hazard.suggestion} />
    <PlanCard plan={hazard.plan} />
  </>
)

const History = ({ hazard }: { hazard: Hazard }) => (
  <>
    <AnswerCard answer={hazard.answer} />
    <FixingCard notes={hazard.notes} extensions={hazard.extensions} />
    <HazardTimeline lines={hazard.timeline} />
  </>
)

const ToAnswer = ({ hazard, onSpot }: { hazard: Hazard; onSpot: boolean }) => {
  const answer = useAnswerForm(hazard, onSpot)
  const { open, sheet } = useFixSheet(hazard)
  const { askAlong } = useSubscribe('fix-answer', 'work-to-do')
  const submit = () => {
    const { words, photos } = answer.form.getValues()
    if (words.trim() !== '' && photos.length > 0) askAlong()
    answer.submitNow()
  }
  return (
    <Page title="整改隐患" footer={<Button onPress={submit}>提交整改情况</Button>}>
      <Facts hazard={hazard} />
      <AnswerForm answer={answer} />
      {!onSpot && <FixSteps hazard={hazard} open={open} />}
      <History hazard={hazard} />
      {sheet}
    </Page>
  )
}

const ToPlan = ({ hazard, onSpot }: { hazard: Hazard; onSpot: () => void }) => {
  const { open, sheet } = useFixSheet(hazard)
  return (
    <Page title="整改隐患" footer={<PlanFoot hazard={hazard} open={open} onSpot={onSpot} />}>
      <Facts hazard={hazard} />
      <Card tone="amber">
        <View>先落实责任人、措施、资金、时限和预案，再动手整改。当天就能改好的一般隐患，可以直接拍照回复。</View>
      </Card>
      <FixSteps hazard={hazard} open={open} />
      <History hazard={hazard} />
      {sheet}
    </Page>
  )
}

/** The answer has arrived: the page shows it from the cloud, the queue forgets it. */
const useDelivered = (item: QueueItem | undefined) => {
  const client = useQueryClient()
  const delivered = item?.state === 'delivered' ? item.id : undefined
  useEffect(() => {
    if (!delivered) return
    showToast(item && isAnswer(item) ? '已送达工会，等待核实' : '进展已报工会', 'good')
    void client.invalidateQueries({ queryKey: hazardKeys.root }).then(() => dismiss(delivered))
  }, [client, delivered, item])
}

const Known = ({ hazard }: { hazard: Hazard }) => {
  // By the hazard, not by the version answered: the clock may have marked it overdue since.
  const isThis = (item: QueueItem) => isOfHazard(item, hazard.id)
  const [onSpot, setOnSpot] = useState(false)
  const queued = useQueue((queue) => queue.items.find(isThis))
  useDelivered(queued)
  const may = (act: string) => hazard.acts.includes(act) && !queued
  if (may('answer')) return <ToAnswer hazard={hazard} onSpot={false} />
  if (may('fixOnSpot') && onSpot) return <ToAnswer hazard={hazard} onSpot />
  if (may('plan')) return <ToPlan hazard={hazard} onSpot={() => setOnSpot(true)} />
  return (
    <Page title="整改隐患">
      <QueueList
        only={(item) => isThis(item) && isWaitingAnswer(item)}
        edit={(item) => (isAnswer(item) ? () => reviseAnswer(item) : undefined)}
      />
      <Facts hazard={hazard} />
      <History hazard={hazard} />
    </Page>
  )
}

/** One hazard as the enterprise sees it: what the union suggests, by when, and the answer. */
const FixDetailPage = () => {
  const detail = useFixDetail(useNeededParam('id'))
  const { refetch, data } = detail
  useDidShow(() => void refetch())
  if (data) return <Known key={`${data.id} ${data.state}`} hazard={data} />
  return (
    <Page title="整改隐患">
      <QueryView query={detail} skeleton={<HazardSkeleton />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

export default FixDetailPage
