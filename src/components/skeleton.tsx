import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import './skeleton.scss'

type Props = {
  /**
   * rows: cards with a picture · card: cards of text · text: lines · list: rows of one group · facts: names with what they are, on one card ·
   * stats: numbers side by side · code: a square to scan or a drawing.
   */
  kind?: 'rows' | 'card' | 'text' | 'list' | 'facts' | 'stats' | 'code'
  count?: number
}

/** Grey shapes where data will be; a number not known yet is never shown as 0. */
export const Skeleton = ({ kind = 'rows', count = 3 }: Props) => (
  <View className={`skeleton skeleton-of-${kind}`} {...aria({ role: 'status', label: '正在加载' })}>
    {Array.from({ length: count }, (_, index) => (
      <View key={index} className={`skeleton-${kind}`}>
        {(kind === 'rows' || kind === 'code') && <View className="skeleton-picture" />}
        <View className="skeleton-lines">
          <View className="skeleton-line" />
          <View className="skeleton-line skeleton-short" />
        </View>
      </View>
    ))}
  </View>
)

/** A short grey bar in place of one number or word. */
export const SkeletonWord = () => <View className="skeleton-word" {...aria({ role: 'img', label: '正在加载' })} />
