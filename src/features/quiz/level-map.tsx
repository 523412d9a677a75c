import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { playEntries } from 'types/quiz-play'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { classNames } from '@/lib/class-names'
import './level-map.scss'

type Campaign = OutputOf<typeof playEntries.campaign>
type Level = Campaign['levels'][number]

const stateWords = { passed: '已过关', open: '可以挑战', locked: '未解锁' } as const

const detailOf = (level: Level): string => {
  const rule = `${level.questions} 题 · 答对 ${level.passRight} 题过关`
  return level.best === null ? rule : `最好 ${level.best} 分 · ${rule}`
}

const LevelRow = ({ level, onOpen }: { level: Level; onOpen: (level: number) => void }) => (
  <Pressable
    className={classNames('level-map-row', `level-map-${level.state}`)}
    disabled={level.state === 'locked'}
    onPress={() => onOpen(level.level)}
  >
    <View className="level-map-dot">
      {level.state === 'passed' ? (
        <Icon name="check" />
      ) : level.state === 'locked' ? (
        <Icon name="lock" size="s" />
      ) : (
        level.level
      )}
    </View>
    <View className="level-map-card grow">
      <View className="row-between">
        <View className="strong">{level.title}</View>
        <View className="level-map-word">{stateWords[level.state]}</View>
      </View>
      <View className="note">{detailOf(level)}</View>
    </View>
  </Pressable>
)

/** The levels as a way to walk: passed ones ticked, the waiting one coloured, the rest locked. */
export const LevelMap = ({ levels, onOpen }: { levels: readonly Level[]; onOpen: (level: number) => void }) => (
  <View className="level-map">
    {levels.map((level) => (
      <LevelRow key={level.level} level={level} onOpen={onOpen} />
    ))}
  </View>
)
