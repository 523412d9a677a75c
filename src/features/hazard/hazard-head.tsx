import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { hazardKindLabels } from 'types/hazard'
import type { HazardRow } from 'types/hazard-views'
import type { Picture } from 'types/fields'
import { Card } from '@/components/card'
import { Pressable } from '@/components/pressable'
import { showTime } from '@/lib/clock'
import { Cover } from './hazard-row-card'
import { HazardTags } from './hazard-tags'
import { whereWords } from './place-row'
import './hazard-row-card.scss'

type Props = { hazard: HazardRow & { photos: readonly Picture[] }; identity?: string }

const Photos = ({ photos }: { photos: readonly Picture[] }) => {
  const urls = photos.filter(({ check, url }) => check !== 'risky' && url !== '').map(({ url }) => url)
  if (urls.length === 0) return <Cover url={undefined} />
  return (
    <Pressable
      label={`${urls.length > 1 ? `共 ${urls.length} 张` : '看大图'}，上报照片`}
      onPress={() => void Taro.previewImage({ current: urls[0] ?? '', urls })}
    >
      <Cover url={urls[0]} />
      <View className="text-m center">{urls.length > 1 ? `共 ${urls.length} 张` : '看大图'}</View>
    </Pressable>
  )
}

/** What a page of one hazard begins with: picture, words in full, place and tags. */
export const HazardHead = ({ hazard, identity }: Props) => (
  <Card>
    <View className="stack-s">
      <View className="hazard-row">
        <Photos photos={hazard.photos} />
        <View className="grow stack-s">
          <View className="strong">{hazard.words}</View>
          <View className="text-m">{whereWords(hazard.unit, hazard.place)}</View>
          <HazardTags row={hazard} identity={identity} />
        </View>
      </View>
      <View className="note">
        {hazardKindLabels[hazard.kind]} · {showTime(hazard.reportedAt)} 上报 · 上报编号 {hazard.code}
      </View>
    </View>
  </Card>
)
