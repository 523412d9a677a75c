import { View } from '@tarojs/components'
import { applicationMachine } from 'types/volunteer'
import { educationLabels, healthLabels, politicalLabels, sexLabels, specialtyLabels } from 'types/volunteer-form'
import { Card } from '@/components/card'
import { Fact } from '@/components/fact'
import { StateTag, Tag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showTime } from '@/lib/clock'
import type { Application } from './api'
import { EligibilityCard, PapersCard, PrintForm } from './form-papers'
import { IdCardRow } from './id-card-row'
import { LeaveCard } from './leave-card'
import { ReviewForm } from './review-form'

const wordOf = (labels: Record<string, string>, value: string) => labels[value] ?? value

const Facts = ({ application }: { application: Application }) => {
  const special = application.specialties.map((one) => specialtyLabels[one]).join('、')
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{application.name}</View>
          <StateTag state={applicationMachine.states[application.state]} />
        </View>
        <View className="row-wrap">
          {application.generalVolunteer && <Tag tone="green">已是职工志愿者，优先</Tag>}
          {application.frontLine && <Tag tone="green">一线经历，优先</Tag>}
        </View>
        <Fact name="性别与出生日期" value={`${sexLabels[application.sex]} · ${application.birthDate}`} />
        <IdCardRow application={application} />
        <Fact name="手机" value={application.phone} />
        <Fact name="民族与籍贯" value={`${application.ethnicity} · ${application.nativePlace}`} />
        <Fact name="政治面貌" value={wordOf(politicalLabels, application.political)} />
        <Fact name="学历" value={wordOf(educationLabels, application.education)} />
        <Fact name="健康状况" value={wordOf(healthLabels, application.health)} />
        <Fact name="工作单位" value={application.unit} />
        <Fact name="部门及职务" value={application.post} />
        <Fact name="专业类别" value={[special, application.otherSpecialty].filter(Boolean).join('：')} />
        <Fact name="相关经历" value={application.experience} />
        <Fact name="所在工会" value={application.nodeName} />
        <Fact name="出具意见的工会" value={application.qualifier} />
        {application.rostered && (
          <Fact name="名册" value={`第 ${application.rostered.version} 版第 ${application.rostered.no} 号`} />
        )}
      </View>
    </Card>
  )
}

const Opinion = ({ title, opinion }: { title: string; opinion: Application['unionOpinion'] }) =>
  opinion ? (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">{title}</View>
          <Tag tone={opinion.approved ? 'green' : 'red'}>{opinion.approved ? '通过' : '未通过'}</Tag>
        </View>
        <View className="pre-line">{opinion.words}</View>
        <View className="note">
          {opinion.unit} · {opinion.by} · {showTime(opinion.at)}
        </View>
      </View>
    </Card>
  ) : null

/** The form as filled in, both opinions, and the review that is due. */
export const ApplicationPanel = ({ application }: { application: Application }) => (
  <View className="stack">
    <Facts application={application} />
    <EligibilityCard application={application} />
    <PapersCard application={application} />
    <PrintForm application={application} />
    <Opinion title="基层工会初审" opinion={application.firstOpinion} />
    <Opinion title="工会意见" opinion={application.unionOpinion} />
    <Opinion title="监管部门意见" opinion={application.regulatorOpinion} />
    <ReviewForm application={application} />
    <LeaveCard application={application} />
    <Card>
      <Timeline items={application.timeline} />
    </Card>
  </View>
)
