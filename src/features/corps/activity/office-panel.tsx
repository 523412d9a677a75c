import { View } from '@tarojs/components'
import { activityMachine } from 'types/volunteer-activity-machine'
import { activityKinds, campaignLabels, focusLabels } from 'types/volunteer-activity-kinds'
import { formatTime } from 'types/calendar'
import { specialtyLabels } from 'types/volunteer-form'
import { Card } from '@/components/card'
import { Fact } from '@/components/fact'
import { Stat } from '@/components/stat'
import { StateTag, Tag } from '@/components/tag'
import { dayOf, showTime } from '@/lib/clock'
import type { OfficeActivity } from './activity-office-api'

/** `6 月 12 日 09:00–11:00`. */
export const whenWord = ({ startsAt, endsAt }: Pick<OfficeActivity, 'startsAt' | 'endsAt'>) =>
  `${showTime(startsAt)}–${dayOf(startsAt) === dayOf(endsAt) ? formatTime(endsAt) : showTime(endsAt)}`

const audienceWord = ({ audience }: OfficeActivity) =>
  [
    audience.teamName ?? `${audience.nodeName}的志愿者`,
    ...audience.specialties.map((one) => specialtyLabels[one]),
  ].join('、')

const Head = ({ activity }: { activity: OfficeActivity }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{activity.title}</View>
        <StateTag state={activityMachine.states[activity.state]} />
      </View>
      <View className="row-wrap">
        {activity.special && <Tag tone="blue">专题活动</Tag>}
        {activity.campaign && <Tag tone="grey">{campaignLabels[activity.campaign]}</Tag>}
        {activity.focus.map((one) => (
          <Tag key={one} tone="grey">
            {focusLabels[one]}
          </Tag>
        ))}
      </View>
      <View>{whenWord(activity)}</View>
      <View className="text-m">{activityKinds[activity.kind].label}</View>
      <Fact name="地点" value={activity.place} />
      <Fact name="集合" value={activity.meeting} />
      <Fact name="携带物品" value={activity.bring} />
      <Fact name="联系人" value={activity.contact} />
      <Fact name="请谁参加" value={audienceWord(activity)} />
      <Fact name="报名、退出截止" value={`${showTime(activity.joinUntil)}，${showTime(activity.leaveUntil)}`} />
      <Fact name="未到场 3 次的" value={activity.bar === null ? null : '不能报名'} />
      <Fact name="现场安全负责人" value={activity.checklist?.owner ?? null} />
    </View>
  </Card>
)

const countOf = ({ people }: OfficeActivity, ...states: string[]) =>
  people.filter(({ state }) => states.includes(state)).length

const Numbers = ({ activity }: { activity: OfficeActivity }) => (
  <View className="row">
    <Stat value={`${activity.joined}/${activity.quota}`} label="报名" />
    <Stat value={activity.waiting} label="候补" />
    <Stat value={countOf(activity, 'present')} label="在场" />
    <Stat value={countOf(activity, 'served')} label="已签退" />
  </View>
)

/** What keeps it from being published, the facts and the numbers. */
export const OfficePanel = ({ activity }: { activity: OfficeActivity }) => (
  <>
    {activity.reason && <Card tone="red">取消原因：{activity.reason}</Card>}
    {activity.missing.length > 0 && (
      <Card tone="amber">
        <View className="stack-s">
          <View className="strong">发布前还差</View>
          {activity.missing.map((words) => (
            <View key={words}>{words}</View>
          ))}
        </View>
      </Card>
    )}
    {activity.state !== 'draft' && <Numbers activity={activity} />}
    <Head activity={activity} />
  </>
)
