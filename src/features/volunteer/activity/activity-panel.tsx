import { View } from '@tarojs/components'
import { activityMachine } from 'types/volunteer-activity-machine'
import { activityKinds, focusLabels, placeLabels } from 'types/volunteer-activity-kinds'
import { Card } from '@/components/card'
import { Fact } from '@/components/fact'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import type { Activity } from './activity-api'
import { ActivityTags } from './activity-rows'
import { placesWord, spanWord } from './activity-words'

const kindWord = ({ kind, focus }: Activity) => {
  const { label, place } = activityKinds[kind]
  const about = focus.map((one) => focusLabels[one]).join('、')
  return `${placeLabels[place]} · ${label}${about ? ` · ${about}` : ''}`
}

const Facts = ({ activity }: { activity: Activity }) => (
  <Card>
    <View className="stack-s">
      <Fact name="时间" value={spanWord(activity)} />
      <Fact name="地点" value={activity.place} />
      <Fact name="集合" value={activity.meeting} />
      <Fact name="带什么" value={activity.bring} />
      <Fact name="服务内容" value={kindWord(activity)} />
      <Fact name="请谁参加" value={activity.audience} />
      <Fact name="现场安全负责人" value={activity.safety} />
      <Fact name="联系人" value={activity.contact} />
    </View>
  </Card>
)

const standingWord = ({ mine, ahead, mySignIn, mySignOut, startsAt }: Activity): string | null => {
  if (mine === 'joined') return `您已报上名，${showTime(startsAt)} 开始。去不了请尽早退出，让给候补的人。`
  if (mine === 'waiting')
    return ahead === 0 ? '您在候补，排在第一位，有人退出就是您。' : `您在候补，前面还有 ${ahead} 人。`
  if (mine === 'present') return `${showTime(mySignIn ?? startsAt)} 已签到，离开前请签退。`
  if (mine === 'served') return `已参加，${showTime(mySignOut ?? startsAt)} 签退。谢谢您！`
  if (mine === 'absent') return '记为未到场。有特殊情况，可在“我的活动”里说明。'
  return null
}

const toneOf = ({ mine }: Activity) => (mine === 'waiting' ? 'amber' : mine === 'absent' ? 'red' : 'green')

/** My own standing in words, and why I cannot join. */
const Standing = ({ activity }: { activity: Activity }) => {
  if (activity.state === 'cancelled')
    return (
      <Card tone="red">
        <View>活动已取消，请勿前往。</View>
        {activity.reason && <View>原因：{activity.reason}</View>}
      </Card>
    )
  const words = standingWord(activity)
  if (words) return <Card tone={toneOf(activity)}>{words}</Card>
  return activity.why ? <Card tone="amber">{activity.why}</Card> : null
}

/** What it is, when and where, and how I stand. */
export const ActivityPanel = ({ activity }: { activity: Activity }) => (
  <>
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="title grow">{activity.title}</View>
          <StateTag state={activityMachine.states[activity.state]} />
        </View>
        <ActivityTags {...activity} />
        <View className="note">
          {activity.organiser} · {placesWord(activity)}
        </View>
        {activity.state === 'open' && <View className="note">报名截止 {showTime(activity.joinUntil)}</View>}
      </View>
    </Card>
    <Standing activity={activity} />
    <Facts activity={activity} />
  </>
)
