import { View } from '@tarojs/components'
import { changeDisplay, textLevelLabels, useDisplay, type TextLevel } from '@/lib/display-store'
import { CheckRow } from './checkbox-field'
import { Segment } from './segment'

const levels = (Object.keys(textLevelLabels) as TextLevel[]).map((value) => ({ value, label: textLevelLabels[value] }))

/** Three text sizes and the simple mode, at once and on every page. */
export const TextSizeControl = () => {
  const { level, simple } = useDisplay()
  return (
    <View className="stack">
      <Segment label="字号" options={levels} value={level} onChange={(next) => changeDisplay({ level: next })} />
      <CheckRow on={simple} onChange={(on) => changeDisplay({ simple: on })}>
        简洁模式：首页只留最常用的几件事
      </CheckRow>
    </View>
  )
}
