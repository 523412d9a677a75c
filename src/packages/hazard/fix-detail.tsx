import { useEffect } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import type { fixEntries } from 'types/hazard-fix'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { QueueList } from '@/components/queue-list'
import { AnswerCard, UnionWords } from '@/features/hazard/answer-card'
import { AnswerForm } from '@/features/hazard/answer-form'
import { hazardOfAnswer, isWaitingAnswer, reviseAnswer } from '@/features/hazard/answer-values'
import { useFixDetail } from '@/features/hazard/api'
import { hazardKeys } from '@/features/hazard/keys'
import { DeadlineCard } from '@/features/hazard/deadline-card'
import { HazardHead } from '@/features/hazard/hazard-head'
import { HazardSkeleton } from '@/features/hazard/hazard-skeleton'
import { HazardTimeline } from '@/features/hazard/hazard-timeline'
import { useAnswerForm } from '@/features/hazard/use-answer-form'
import { useNeededParam } from '@/hooks/use-needed-param'
import type { QueueItem } from '@/lib/storage-keys'
import { dismiss, useQueue } from '@/lib/submit-queue'
import { showToast } from '@/lib/toast-store'

type Hazard = OutputOf<typeof fixEntries.fixDetail>

const Facts = ({ hazard }: { hazard: Hazard }) => (
  <>
    <HazardHead hazard={hazard} />
    <DeadlineCard hazard={hazard} />
    {hazard.state === 'assigned' && <UnionWords title="工会核实后退回，请再改" words={hazard.reason} tone="amber" />}
    <UnionWords title="工会的整改建议" words={hazard.suggestion} />
  </>
)

const History = ({ hazard }: { hazard: Hazard }) => (
  <>
    <AnswerCard answer={hazard.answer} />
    <HazardTimeline lines={hazard.timeline} />
  </>
)

const ToAnswer = ({ hazard }: { hazard: Hazard }) => {
  const answer = useAnswerForm(hazard)
  return (
    <Page title="整改隐患" footer={<Button onPress={answer.submitNow}>提交整改情况</Button>}>
      <Facts hazard={hazard} />
      <AnswerForm answer={answer} />
      <History hazard={hazard} />
    </Page>
  )
}

/** The answer has arrived: the page shows it from the cloud, the queue forgets it. */
const useDelivered = (item: QueueItem | undefined) => {
  const client = useQueryClient()
  const delivered = item?.state === 'delivered' ? item.id : undefined
  useEffect(() => {
    if (!delivered) return
    showToast('已送达工会，等待核实', 'good')
    void client.invalidateQueries({ queryKey: hazardKeys.root }).then(() => dismiss(delivered))
  }, [client, delivered])
}

const Known = ({ hazard }: { hazard: Hazard }) => {
  // By the hazard, not by the version answered: the clock may have marked it overdue since.
  const isThis = (item: QueueItem) => item.action === 'answer' && hazardOfAnswer(item) === hazard.id
  const queued = useQueue((queue) => queue.items.find(isThis))
  useDelivered(queued)
  if (hazard.acts.includes('answer') && !queued) return <ToAnswer hazard={hazard} />
  return (
    <Page title="整改隐患">
      <QueueList only={(item) => isThis(item) && isWaitingAnswer(item)} edit={(item) => () => reviseAnswer(item)} />
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
