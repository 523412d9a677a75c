import { View } from '@tarojs/components'
import { classNames } from '@/lib/class-names'
import { aria } from '@/lib/aria'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './chip.scss'

type ChipProps = { children: string; on: boolean; onPress: () => void; role?: 'radio' | 'checkbox' }

/** One choice as a pill; chosen it carries a tick, not only a colour. */
export const Chip = ({ children, on, onPress, role = 'checkbox' }: ChipProps) => (
  <Pressable
    className={classNames('chip', on && 'chip-on')}
    role={role}
    checked={on}
    label={children}
    onPress={onPress}
  >
    {on && <Icon name="check" size="s" />}
    <View>{children}</View>
  </Pressable>
)

export type Option<V extends string = string> = { value: V; label: string }

type OneProps<V extends string> = {
  label: string
  options: readonly Option<V>[]
  value: V | undefined
  onChange: (value: V) => void
}

/** Choose one of a few: `<ChipChoice label='隐患类别' options={kinds} value={kind} onChange={setKind} />`. */
export const ChipChoice = <V extends string>({ label, options, value, onChange }: OneProps<V>) => (
  <View className="chip-group" {...aria({ role: 'radiogroup', label })}>
    {options.map((option) => (
      <Chip key={option.value} role="radio" on={option.value === value} onPress={() => onChange(option.value)}>
        {option.label}
      </Chip>
    ))}
  </View>
)

type ManyProps<V extends string> = {
  label: string
  options: readonly Option<V>[]
  value: readonly V[]
  onChange: (value: V[]) => void
}

/** Choose any of a few. */
export const ChipChoices = <V extends string>({ label, options, value, onChange }: ManyProps<V>) => (
  <View className="chip-group" {...aria({ role: 'group', label })}>
    {options.map((option) => {
      const on = value.includes(option.value)
      const toggle = () => onChange(on ? value.filter((one) => one !== option.value) : [...value, option.value])
      return (
        <Chip key={option.value} on={on} onPress={toggle}>
          {option.label}
        </Chip>
      )
    })}
  </View>
)
