import { View } from '@tarojs/components'
import { ruleSets, type ShippedRuleSet } from 'types/rule-sets'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { Tag } from '@/components/tag'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { contestWords } from './contest-words'
import './contest.scss'

type Props = { code: string | undefined; onChoose: (set: ShippedRuleSet) => void }

/** The kinds of contest, each with one plain sentence and its numbers. */
export const ContestChoice = ({ code, onChoose }: Props) => (
  <View className="contest-kinds" {...aria({ role: 'radiogroup', label: '怎么比' })}>
    {ruleSets.map((set) => (
      <Pressable
        key={set.code}
        className={classNames('contest-kind', set.code === code && 'contest-kind-on')}
        role="radio"
        checked={set.code === code}
        onPress={() => onChoose(set)}
      >
        <View className="row-between">
          <View className="strong">{set.name}</View>
          {set.code === code ? (
            <Icon name="check" />
          ) : (
            set.rules.answering === 'locked' && <Tag tone="grey">一题一锁</Tag>
          )}
        </View>
        <View>{set.summary}</View>
        <View className="note">{contestWords(set)}</View>
      </Pressable>
    ))}
  </View>
)
