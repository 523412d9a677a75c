import { View } from '@tarojs/components'
import { campaignMachine } from 'types/quiz-contest'
import { hazardKindLabels } from 'types/hazard'
import { activityMachine } from 'types/volunteer-activity-machine'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { StateTag, Tag } from '@/components/tag'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { Drive } from './api'
import './drive.scss'

type Part = Drive['contests'][number]
type States = Record<string, { label: string; tone: 'todo' | 'doing' | 'late' | 'done' | 'off' }>

const days = ({ from, to }: Part) =>
  showDay(from) === showDay(to) ? showDay(from) : `${showDay(from)} 至 ${showDay(to)}`

const PartRow = ({ part, states, onPress }: { part: Part; states: States; onPress?: () => void }) => {
  const state = states[part.state]
  return (
    <ListRow
      title={part.title}
      detail={[part.node, days(part)].filter(Boolean).join(' · ')}
      value={state && <StateTag state={state} />}
      {...(onPress && { onPress })}
    />
  )
}

/** What the drive is made of: contests, activities, booths, and what to look for. */
export const PartsCard = ({ drive }: { drive: Drive }) => {
  const { contests, activities, booths, form, mine } = drive
  const isEmpty = contests.length + activities.length + booths.length + form.kinds.length === 0
  return (
    <Card>
      <View className="stack-s drive-rows">
        <View className="title">活动内容</View>
        {isEmpty && <View className="text-m">还没有内容。可以新建竞赛、志愿活动，或放入已有的。</View>}
        {form.kinds.length > 0 && (
          <View className="row-wrap">
            <View className="text-m">重点查：</View>
            {form.kinds.map((kind) => (
              <Tag key={kind}>{hazardKindLabels[kind]}</Tag>
            ))}
          </View>
        )}
        {contests.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            states={campaignMachine.states}
            {...(mine && { onPress: () => openPage(routes.officeResults, { campaignId: part.id }) })}
          />
        ))}
        {activities.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            states={activityMachine.states}
            {...(mine && { onPress: () => openPage(routes.corpsActivity, { id: part.id }) })}
          />
        ))}
        {booths.length > 0 && (
          <ListRow
            icon="scan"
            title={`展台 ${booths.length} 个`}
            detail={booths.map(({ name }) => name).join('、')}
            {...(mine && { onPress: () => openPage(routes.officeBooths) })}
          />
        )}
      </View>
    </Card>
  )
}
