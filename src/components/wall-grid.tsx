import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { photoMachine, type WallPhoto } from 'types/volunteer-wall'
import { showDay } from '@/lib/clock'
import { Picture } from './picture'
import { StateTag } from './tag'
import './wall-grid.scss'

type Props = {
  photos: readonly WallPhoto[]
  /** Whether each says how it stands: for the organiser; on the wall itself only one's own that waits. */
  states?: boolean
  /** What may be done about one. */
  acts: (photo: WallPhoto) => ReactNode
}

/** Pictures of an activity, two side by side. */
export const WallGrid = ({ photos, states, acts }: Props) => (
  <View className="wall-grid">
    {photos.map((photo, index) => (
      <View key={photo.id} className="wall-grid-cell">
        {photo.url && (
          <Picture className="wall-grid-picture" src={photo.url} label={`第 ${index + 1} 张，${showDay(photo.at)}`} />
        )}
        <View className="wall-grid-foot">
          {(states || photo.state !== 'shown') && <StateTag state={photoMachine.states[photo.state]} />}
          {acts(photo)}
        </View>
      </View>
    ))}
  </View>
)
