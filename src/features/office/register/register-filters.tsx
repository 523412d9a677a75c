import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import type { EnterpriseFilter } from '../api'

export type RegisterFlags = Pick<EnterpriseFilter, 'highRisk' | 'nonPublic' | 'small' | 'hasUnion' | 'state'>

const choices: readonly { word: string; set: RegisterFlags }[] = [
  { word: '高危', set: { highRisk: true } },
  { word: '非公', set: { nonPublic: true } },
  { word: '中小微', set: { small: true } },
  { word: '未建工会', set: { hasUnion: false } },
  { word: '已关停', set: { state: 'closed' } },
]

type Props = { flags: RegisterFlags; onChange: (flags: RegisterFlags) => void }

/** What a list of the register is narrowed by: tapped on and off. */
export const RegisterFilters = ({ flags, onChange }: Props) => (
  <View className="row-wrap">
    {choices.map(({ word, set }) => {
      const [name, value] = Object.entries(set)[0] as [keyof RegisterFlags, never]
      const on = flags[name] === value
      return (
        <Chip key={word} on={on} onPress={() => onChange({ ...flags, ...(on ? { [name]: undefined } : set) })}>
          {word}
        </Chip>
      )
    })}
  </View>
)
