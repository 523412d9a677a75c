import { View } from '@tarojs/components'
import { campaignLabels } from 'types/volunteer-activity-kinds'
import type { ActivityRow } from 'types/volunteer-activity-views'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { placesWord, spanWord, stateOf } from './activity-words'

type Tagged = Pick<ActivityRow, 'special' | 'campaign' | 'mine'>

/** Whether it is a special one, of which campaign, and how I stand. */
export const ActivityTags = ({ special, campaign, mine }: Tagged) => (
  <View className="row-wrap">
    {mine && mine !== 'cancelled' && <StateTag state={stateOf(mine)} />}
    {special && <Tag tone="blue">专题活动</Tag>}
    {campaign && <Tag tone="grey">{campaignLabels[campaign]}</Tag>}
  </View>
)

/** One activity of the list as a card to tap. */
export const ActivityCard = ({ activity }: { activity: ActivityRow }) => (
  <Card onPress={() => openPage(routes.volunteerActivity, { id: activity.id })}>
    <View className="stack-s">
      <View className="title">{activity.title}</View>
      <ActivityTags {...activity} />
      <View>{spanWord(activity)}</View>
      <View className="text-m">{activity.place}</View>
      <View className="note">
        {activity.organiser} · {placesWord(activity)}
      </View>
    </View>
  </Card>
)
