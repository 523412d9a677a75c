import { View } from '@tarojs/components'
import { driveMachine } from 'types/drive-machine'
import { Card } from '@/components/card'
import { DriveCoverCard } from '@/components/drive-cover'
import { StateTag, Tag } from '@/components/tag'
import { dayOf } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { DriveRow } from './api'

/** The state a person would name: a published drive may not have begun. */
export const DriveStateTag = ({ state, from }: Pick<DriveRow, 'state' | 'from'>) =>
  state === 'published' && dayOf(new Date()) < from ? (
    <Tag tone="blue">未开始</Tag>
  ) : (
    <StateTag state={state === 'published' ? { label: '进行中', tone: 'doing' } : driveMachine.states[state]} />
  )

/** One drive of a list. */
export const DriveCard = ({ drive }: { drive: DriveRow }) => (
  <Card onPress={() => openPage(routes.officeDrive, { id: drive.id })}>
    <View className="stack-s">
      <DriveCoverCard small {...{ cover: drive.cover, theme: drive.theme, from: drive.from, to: drive.to }} />
      <View className="row-between">
        <View className="text-m grow">{drive.nodeName}</View>
        {drive.monthly && <Tag tone="amber">集中行动</Tag>}
        <DriveStateTag {...drive} />
      </View>
    </View>
  </Card>
)
