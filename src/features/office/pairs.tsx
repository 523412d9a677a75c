import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { classNames } from '@/lib/class-names'
import './office.scss'

export type Pair = { name: string; value: string; problem?: string | null }

/** Names and their values, one below the other; what is wrong with one stands under it. `long`: names of up to nine characters. */
export const Pairs = ({ pairs, long }: { pairs: readonly Pair[]; long?: boolean }) => (
  <View className={classNames(long && 'office-pairs-long')}>
    {pairs.map(({ name, value, problem }) => (
      <View key={name} className="office-pair">
        <View className="office-pair-name">{name}</View>
        <View className="office-pair-value">{value || '（空）'}</View>
        {problem && (
          <View className="office-problem">
            <Icon name="warning" size="s" />
            <View className="grow">{problem}</View>
          </View>
        )}
      </View>
    ))}
  </View>
)
