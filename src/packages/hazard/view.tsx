import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { identityLabels, isOver } from 'types/hazard'
import { slipId, spellSlip } from 'types/hazard-slip'
import type { reportEntries } from 'types/hazard-report'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useReport } from '@/features/hazard/api'
import { AnswerCard, UnionWords } from '@/features/hazard/answer-card'
import { DeadlineCard } from '@/features/hazard/deadline-card'
import { HazardHead } from '@/features/hazard/hazard-head'
import { HazardSkeleton } from '@/features/hazard/hazard-skeleton'
import { HazardTimeline } from '@/features/hazard/hazard-timeline'
import { IdentityRow } from '@/features/hazard/identity-row'
import { retrievalKeyOf, spellRetrieval } from '@/features/hazard/retrieval'
import { useSubscribe } from '@/hooks/use-subscribe'
import { useLabels } from '@/hooks/use-labels'
import { useNeededParam } from '@/hooks/use-needed-param'
import { copyText } from '@/lib/copy-text'
import { dial } from '@/lib/dial'
import { OwnAwardCard, ThanksCard } from '@/features/award/own-award-card'
import { NameChoice } from '@/features/award/name-choice'
import { HotlineCard } from './hotline-card'
import { MergedCard } from './merged-card'
import { ReopenCard } from './reopen-card'
import { SpokenCard } from './spoken-card'

type Report = OutputOf<typeof reportEntries.view>

const Declined = ({ reason }: { reason: string | null }) => {
  const { safetyHotline, regulator } = useLabels()
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">工会没有受理</View>
        <View className="pre-line">{reason ?? '没有写明原因。'}</View>
        <View>{`您认为仍有危险，可以拨打 ${safetyHotline} 向${regulator}举报。`}</View>
        <Button kind="ghost" icon="phone" onPress={() => dial(safetyHotline)}>
          {`拨打 ${safetyHotline}`}
        </Button>
      </View>
    </Card>
  )
}

const Spoken = ({ report: { id, spoken } }: { report: Report }) => {
  const key = retrievalKeyOf(id)
  return spoken && key ? <SpokenCard id={id} retrievalKey={key} /> : null
}

/** The word as it was given: long for who reported himself, short where a slip was written. */
const wordOf = (id: string, key: string) => (id === slipId(key) ? spellSlip(key) : spellRetrieval(id, key))

const Body = ({ report }: { report: Report }) => (
  <>
    <HazardHead hazard={report} identity={identityLabels[report.identity]} />
    <MergedCard id={report.id} into={report.mergedInto} joins={report.joins} />
    <OwnAwardCard award={report.award} />
    {report.state === 'closed' && !report.award && <ThanksCard joined={report.joined} />}
    <DeadlineCard hazard={report} />
    {report.state === 'declined' && <Declined reason={report.reason} />}
    <HazardTimeline lines={report.timeline} />
    <UnionWords title="工会给企业的整改建议" words={report.suggestion} />
    <AnswerCard answer={report.answer} />
    <ReopenCard report={report} />
    {!isOver(report.state) && <HotlineCard id={report.id} />}
    <NameChoice id={report.id} identity={report.identity} name={report.publicName} />
    <Spoken report={report} />
    <IdentityRow identity={report.identity} opened={report.identityOpened} />
  </>
)

const Notify = () => {
  const { ask, left } = useSubscribe('hazard', 'hazard-progress')
  return (
    <>
      <Button kind="ghost" icon="bell" onPress={ask}>
        {left > 0 ? '再多通知我一次' : '有进展时通知我'}
      </Button>
      {left > 0 && <View className="note center">已订阅，还会通知您 {left} 次</View>}
    </>
  )
}

const footerOf = (report: Report) => {
  const key = retrievalKeyOf(report.id)
  if (key || report.identity === 'anonymous')
    return key ? (
      <Button kind="ghost" onPress={() => void copyText(wordOf(report.id, key), '查询口令')}>
        复制查询口令
      </Button>
    ) : undefined
  return isOver(report.state) ? undefined : <Notify />
}

/** Every step of one report, for the person who reported it. */
const ViewPage = () => {
  const report = useReport(useNeededParam('id'))
  const { refetch, data } = report
  useDidShow(() => void refetch())
  return (
    <Page title={data ? `隐患 ${data.serial ?? data.code}` : '隐患进度'} footer={data && footerOf(data)}>
      <QueryView query={report} skeleton={<HazardSkeleton />}>
        {(found) => <Body report={found} />}
      </QueryView>
    </Page>
  )
}

export default ViewPage
