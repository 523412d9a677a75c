import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { mapEntries } from 'types/quiz-map'
import { Icon } from '@/components/icon'
import { aria } from '@/lib/aria'
import './level-strip.scss'

export type Progress = OutputOf<typeof mapEntries.campaign>

/** The levels at a glance: passed ones ticked, the waiting one coloured, the rest locked. */
export const LevelStrip = ({ progress }: { progress: Progress }) => {
  const passed = progress.levels.filter((level) => level.state === 'passed').length
  return (
    <View
      className="level-strip"
      {...aria({ role: 'img', label: `共 ${progress.levels.length} 关，已过 ${passed} 关` })}
    >
      {progress.levels.map(({ level, state }) => (
        <View key={level} className={`level-strip-part level-strip-${state}`}>
          {state === 'passed' ? <Icon name="check" size="s" /> : level}
        </View>
      ))}
    </View>
  )
}
