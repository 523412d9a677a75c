import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { Pressable } from './pressable'
import type { Option } from './chip'
import './segment.scss'

type Props<V extends string> = { label: string; options: readonly Option<V>[]; value: V; onChange: (value: V) => void }

/** Two to four views or choices side by side: `<Segment label='我的身份' options={identities} value={value} onChange={set} />`. */
export const Segment = <V extends string>({ label, options, value, onChange }: Props<V>) => (
  <View className="segment" {...aria({ role: 'radiogroup', label })}>
    {options.map((option) => (
      <Pressable
        key={option.value}
        className={classNames('segment-part', option.value === value && 'segment-on')}
        role="radio"
        checked={option.value === value}
        onPress={() => onChange(option.value)}
      >
        {option.label}
      </Pressable>
    ))}
  </View>
)
