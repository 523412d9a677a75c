import { View } from '@tarojs/components'
import { rungLabels, rungs, type Rung } from 'types/hazard-ladder'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import './ladder-strip.scss'

/** The six rungs side by side, the ones behind filled, the present one named. */
export const LadderStrip = ({ rung }: { rung: Rung }) => {
  const now = rungs.indexOf(rung)
  const label = `督促到第 ${now + 1} 级，共 ${rungs.length} 级：${rungLabels[rung]}`
  return (
    <View className="ladder" {...aria({ role: 'img', label })}>
      {rungs.map((one, index) => (
        <View key={one} className={classNames('ladder-rung', index <= now && 'ladder-reached')}>
          <View className="ladder-bar" />
          <View className={classNames('ladder-name', index === now && 'ladder-now')}>{rungLabels[one]}</View>
        </View>
      ))}
    </View>
  )
}
