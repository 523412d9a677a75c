import { View } from '@tarojs/components'
import { rewardWord } from 'types/hazard-award'
import type { AwardPlaceView } from 'types/hazard-award-office'
import { identityLabels } from 'types/hazard'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const whoOf = ({ name, label, identity, first }: AwardPlaceView) =>
  [name === label ? null : name, identityLabels[identity], first ? '首位上报' : '共同上报'].filter(Boolean).join(' · ')

const earnedBy = ({ hazard, hazards, reportedAt }: AwardPlaceView) =>
  [
    hazard ? [hazard.enterprise, hazard.number].filter(Boolean).join(' ') : '隐患信息对您保密',
    `${showDay(reportedAt)}上报`,
    ...(hazards > 1 ? [`本批共 ${hazards} 条符合`] : []),
  ].join(' · ')

export type PlaceAct = {
  label: string
  onPress: (place: AwardPlaceView) => void
  offered?: (place: AwardPlaceView) => boolean
}

type Props = { place: AwardPlaceView; rank: number; acts: readonly PlaceAct[] }

/** One place of a list as the officer sees it: how the public list calls him, and what earned it. */
export const PlaceCard = ({ place, rank, acts }: Props) => {
  const { hazard } = place
  const offered = acts.filter((act) => act.offered?.(place) ?? true)
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong grow">
            {place.seat ?? rank}　{place.label}
          </View>
          <Tag tone={place.grade === '重大' ? 'red' : 'amber'}>{place.grade}</Tag>
        </View>
        <View className="text-m">{whoOf(place)}</View>
        <View className="note">{earnedBy(place)}</View>
        <View className="row-between">
          <View className="strong">{rewardWord(place.reward)}</View>
          {place.handed && <Tag tone="green">{`${showDay(place.handed.at)}已发放`}</Tag>}
        </View>
        <View className="row-wrap">
          {hazard && (
            <Button small kind="quiet" onPress={() => openPage(routes.deskHazard, { id: hazard.id })}>
              看隐患
            </Button>
          )}
          {offered.map(({ label, onPress }) => (
            <Button key={label} small kind="ghost" onPress={() => onPress(place)}>
              {label}
            </Button>
          ))}
        </View>
      </View>
    </Card>
  )
}
