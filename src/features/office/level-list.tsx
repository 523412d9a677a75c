import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { ListGroup, ListRow } from '@/components/list-row'
import { categoryWords, freshLevel, levelWords, type LevelValues } from './campaign-values'
import { LevelSheet } from './level-sheet'

const mostLevels = 20

type Props = {
  levels: readonly LevelValues[]
  problems: Readonly<Record<number, string[]>>
  onLevels: (levels: LevelValues[]) => void
}

const Words = ({ level, problems }: { level: LevelValues; problems: readonly string[] }) => (
  <>
    <View>{levelWords(level)}</View>
    <View>{categoryWords(level.categories) || '还没选题目类别'}</View>
    {problems.map((sentence) => (
      <View key={sentence} className="office-problem">
        <Icon name="warning" size="s" />
        <View className="grow">{sentence}</View>
      </View>
    ))}
  </>
)

/** The levels in order; a tap changes one. */
export const LevelList = ({ levels, problems, onLevels }: Props) => {
  const [open, setOpen] = useState<number | null>(null)
  const close = () => setOpen(null)
  const editing = open === null ? undefined : (levels[open] ?? freshLevel(levels.length + 1))
  const save = (level: LevelValues) => {
    if (open !== null) onLevels([...levels.slice(0, open), level, ...levels.slice(open + 1)])
    close()
  }
  const remove = () => {
    onLevels(levels.filter((_, index) => index !== open))
    close()
  }
  return (
    <>
      <ListGroup title={`关卡（${levels.length} 关，过一关开一关）`}>
        {levels.map((level, index) => (
          <ListRow
            key={index}
            title={`${index + 1}. ${level.title}`}
            detail={<Words level={level} problems={problems[index] ?? []} />}
            onPress={() => setOpen(index)}
          />
        ))}
      </ListGroup>
      {levels.length < mostLevels && (
        <Button kind="ghost" small icon="plus" onPress={() => setOpen(levels.length)}>
          加一关
        </Button>
      )}
      {open !== null && editing && (
        <LevelSheet
          key={open}
          no={open + 1}
          level={editing}
          onSave={save}
          onRemove={levels.length > 1 && open < levels.length ? remove : undefined}
          onClose={close}
        />
      )}
    </>
  )
}
