import { View } from '@tarojs/components'
import { gradeLabels, hazardKindLabels, isBeingFixed } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import { campaignGradeLabels, recordLabels, sourceLabels } from 'types/hazard-record'
import { Card } from '@/components/card'
import { FixingCard, PlanCard } from '@/components/plan-card'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { StateTag, Tag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showDay, showRemaining, showTime } from '@/lib/clock'
import { useHazard, type HazardDetail } from './api'
import { ClassLines } from './class-lines'
import { HandOverRow } from './hand-over-row'
import { HazardActs } from './hazard-acts'
import { OnwardCard } from './onward-card'
import { ReportersCard } from './reporters-card'
import { ListingCard, ProofsCard, ReopeningsCard } from './watch-card'
import { PicturesRow } from './pictures-row'

const Facts = ({ detail }: { detail: HazardDetail }) => (
  <Card>
    <View className="stack-s">
      <View className="row-wrap">
        <StateTag state={hazardMachine.states[detail.state]} />
        {detail.grade && <Tag tone={detail.grade === 'major' ? 'red' : 'grey'}>{gradeLabels[detail.grade]}</Tag>}
        <Tag tone="grey">{hazardKindLabels[detail.kind]}</Tag>
        {detail.danger && <Tag tone="red">危急</Tag>}
        {detail.above && <Tag tone="amber">涉及负责人或工会干部</Tag>}
        {detail.overdue && <Tag tone="red">已逾期</Tag>}
        {detail.record && <Tag tone="grey">{recordLabels[detail.record]}</Tag>}
        {detail.level && <Tag tone="grey">{campaignGradeLabels[detail.level]}</Tag>}
        {detail.source && <Tag tone="grey">{sourceLabels[detail.source]}</Tag>}
      </View>
      <View className="title pre-line">{detail.words}</View>
      <View className="text-m">
        {detail.unit ? `${detail.unit} · ` : ''}
        {detail.place}
      </View>
      <View className="note">
        {detail.serial ?? `上报编号 ${detail.code}`} · {showTime(detail.reportedAt)} · {detail.handledBy}
      </View>
      <PicturesRow pictures={detail.photos} label="现场照片" />
      <ClassLines classes={detail.classes} />
      {detail.wish && <View className="text-m">上报人建议：{detail.wish}</View>}
      {detail.flagged && <Tag tone="amber">文字需人工看一眼</Tag>}
      {detail.vague && <Tag tone="amber">没说清是什么问题，可先到现场看看</Tag>}
      {detail.ceased && (
        <View className="text-m">
          {showDay(detail.ceased.on)}起企业已关停：{detail.ceased.proof}
        </View>
      )}
    </View>
  </Card>
)

const fixerOf = ({ fixer, fixerGone }: HazardDetail) => {
  if (fixerGone) return `${fixer ?? '原责任人'}已离任或注销，请另行交办`
  return fixer ?? '已注销'
}

const Fixing = ({ detail }: { detail: HazardDetail }) => {
  if (!detail.suggestion) return null
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">整改建议</View>
          {detail.dueAt && isBeingFixed(detail.state) && <View className="text-m">{showRemaining(detail.dueAt)}</View>}
        </View>
        <View className="pre-line">{detail.suggestion}</View>
        <View className="note">责任人：{fixerOf(detail)}</View>
        {detail.answer && (
          <>
            <View className="strong">企业回复</View>
            <View className="pre-line">{detail.answer.words}</View>
            <PicturesRow pictures={detail.answer.photos} label="整改照片" />
            <View className="note">{showTime(detail.answer.at)}</View>
          </>
        )}
      </View>
    </Card>
  )
}

/** Everything about one hazard and what can be done about it now. */
export const HazardPanel = ({ id }: { id: string }) => (
  <QueryView query={useHazard(id)} skeleton={<Skeleton kind="card" count={3} />}>
    {(detail) => (
      <View className="stack">
        <Facts detail={detail} />
        <Fixing detail={detail} />
        <ReopeningsCard detail={detail} />
        <ProofsCard detail={detail} />
        <ListingCard detail={detail} />
        <PlanCard plan={detail.plan} />
        <FixingCard notes={detail.notes} extensions={detail.extensions} />
        <OnwardCard hazard={detail} />
        <ReportersCard detail={detail} />
        <Card>
          <Timeline items={detail.timeline} />
        </Card>
        <HandOverRow id={detail.id} />
        <HazardActs detail={detail} />
      </View>
    )}
  </QueryView>
)
