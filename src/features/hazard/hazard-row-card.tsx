import { View } from '@tarojs/components'
import type { HazardRow } from 'types/hazard-views'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { aria } from '@/lib/aria'
import { HazardTags } from './hazard-tags'
import { whereWords } from './place-row'
import { shorten } from '@/lib/shorten'
import './hazard-row-card.scss'

export const Cover = ({ url }: { url: string | undefined }) => (
  <View className="hazard-cover" {...aria({ hidden: true })}>
    {url ? <Picture className="hazard-cover-picture" src={url} /> : <Icon name="photo" size="l" />}
  </View>
)

/** The picture of a row, unless it failed the content check or is not cleaned yet. */
export const coverUrl = ({ cover }: Pick<HazardRow, 'cover'>): string | undefined =>
  cover && cover.check !== 'risky' && cover.url !== '' ? cover.url : undefined

type Props = { row: HazardRow; identity?: string; onPress: () => void }

/** One hazard of a list: picture, what, where, and how it stands. */
export const HazardRowCard = ({ row, identity, onPress }: Props) => {
  const where = whereWords(row.unit, row.place)
  const title = shorten(row.words, 28)
  return (
    <Card tight onPress={onPress}>
      <View className="hazard-row">
        <Cover url={coverUrl(row)} />
        <View className="grow">
          <View className="strong">{title}</View>
          <View className="text-m">{where}</View>
          <HazardTags row={row} identity={identity} />
        </View>
      </View>
    </Card>
  )
}
