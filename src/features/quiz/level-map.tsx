import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { classNames } from '@/lib/class-names'
import { levelWord, type Level } from './next-step'
import './level-map.scss'

const detailOf = (level: Level): string => {
  const rule = `${level.questions} 题 · 答对 ${level.passRight} 题过关`
  return level.best === null ? rule : `最好 ${level.best} 分 · ${rule}`
}

type RowProps = { level: Level; today: string; onOpen: (level: Level) => void }

const LevelRow = ({ level, today, onOpen }: RowProps) => (
  <Pressable
    className={classNames('level-map-row', `level-map-${level.state}`)}
    disabled={level.state === 'locked' && level.day === null}
    onPress={() => onOpen(level)}
  >
    <View className="level-map-dot">
      {level.state === 'passed' ? (
        <Icon name="check" />
      ) : level.state === 'locked' ? (
        <Icon name={level.day === null ? 'lock' : 'calendar'} size="s" />
      ) : (
        level.level
      )}
    </View>
    <View className="level-map-card grow">
      <View className="row-between">
        <View className="strong">{level.title}</View>
        <View className="level-map-word">{levelWord(level, today)}</View>
      </View>
      <View className="note">{detailOf(level)}</View>
    </View>
  </Pressable>
)

type Props = { levels: readonly Level[]; today: string; onOpen: (level: Level) => void }

/** The levels as a way to walk: passed ones ticked, the waiting one coloured, the rest locked or waiting for their day. */
export const LevelMap = ({ levels, today, onOpen }: Props) => (
  <View className="level-map">
    {levels.map((level) => (
      <LevelRow key={level.level} level={level} today={today} onOpen={onOpen} />
    ))}
  </View>
)
