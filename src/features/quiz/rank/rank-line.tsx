import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '@/lib/class-names'
import './rank-line.scss'

type Props = {
  /** null: no rank. */
  rank: number | null
  title: ReactNode
  /** Quieter lines below the name. */
  detail?: ReactNode
  /** What the list is sorted by. */
  value: string
  own?: boolean
}

/** One row of a ranking; the first three and one's own stand out, in words as well. */
export const RankLine = ({ rank, title, detail, value, own }: Props) => (
  <View className={classNames('rank-line', own && 'rank-line-own')}>
    <View className={classNames('rank-line-rank', rank !== null && rank <= 3 && 'rank-line-top')}>{rank ?? '—'}</View>
    <View className="rank-line-main">
      <View className="rank-line-head">
        <View className="rank-line-title">{title}</View>
        <View className="rank-line-value">{value}</View>
      </View>
      {detail && <View className="rank-line-detail">{detail}</View>}
    </View>
  </View>
)
