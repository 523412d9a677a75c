import { useState } from 'react'
import { View } from '@tarojs/components'
import { hazardKindLabels } from 'types/hazard'
import { Chip } from '@/components/chip'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { aria } from '@/lib/aria'
import type { Kind } from './report-values'
import { allKinds, shortList } from './suggest-kind'
import './kind-picker.scss'

type Props = {
  suggested: readonly Kind[]
  /** What the person chose; the first suggestion stands in for it. */
  chosen: Kind | null
  onChoose: (kind: Kind) => void
}

/** Kinds as chips: the words' suggestion first and preselected, the rest behind "更多". */
export const KindPicker = ({ suggested, chosen, onChoose }: Props) => {
  const [all, setAll] = useState(false)
  const value = chosen ?? suggested[0]
  const title = suggested.length > 0 ? '看起来像是' : '属于哪一类（不确定可以不选）'
  return (
    <View className="stack-s">
      <View className="kind-picker-head">
        <View className="text-m">{title}</View>
        {!all && (
          <Pressable className="kind-picker-more" label="更多类别" onPress={() => setAll(true)}>
            <View>更多</View>
            <Icon name="chevron-down" size="s" />
          </Pressable>
        )}
      </View>
      <View className="chip-group" {...aria({ role: 'radiogroup', label: title })}>
        {(all ? allKinds : shortList(suggested, chosen ?? undefined)).map((kind) => (
          <Chip key={kind} role="radio" on={kind === value} onPress={() => onChoose(kind)}>
            {hazardKindLabels[kind]}
          </Chip>
        ))}
      </View>
      {chosen === null && suggested.length > 0 && <View className="note">按您写的话猜的，不对就点另一个。</View>}
    </View>
  )
}
