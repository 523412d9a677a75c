import { useState } from 'react'
import { View } from '@tarojs/components'
import type { LevelRule, RuleSet } from 'types/quiz-rules'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { ListGroup, ListRow } from '@/components/list-row'
import type { Problems } from './contest-values'
import { categoryWords, levelWords, orderWords } from './contest-words'
import { LevelSheet } from './level-sheet'

const mostLevels = 20

type Props = { contest: RuleSet; problems: Problems['levels']; onContest: (contest: RuleSet) => void }

type WordsProps = { level: LevelRule; card: string | undefined; problems: readonly string[] }

const Words = ({ level, card, problems }: WordsProps) => (
  <>
    <View>{levelWords(level)}</View>
    <View>{categoryWords([...new Set(level.draw.flatMap(({ categories }) => categories))])}</View>
    {card !== undefined && <View>{`全对得“${card}”卡`}</View>}
    {problems.map((sentence) => (
      <View key={sentence} className="office-problem">
        <Icon name="warning" size="s" />
        <View className="grow">{sentence}</View>
      </View>
    ))}
  </>
)

const freshLevel = (levels: readonly LevelRule[]): LevelRule => {
  const last = levels.at(-1)
  const draw = last?.draw ?? [{ categories: ['rights'], difficulties: [1, 2, 3], questions: 10 }]
  return { pool: 0, study: false, seconds: 300, passRight: 6, ...last, draw, title: `第 ${levels.length + 1} 关` }
}

const replaced = <T,>(list: readonly T[], at: number, value: T) => [...list.slice(0, at), value, ...list.slice(at + 1)]
const without = <T,>(list: readonly T[], at: number) => list.filter((_, index) => index !== at)

/** The levels in order; a tap changes one. Where cards are collected each level has its own. */
export const LevelList = ({ contest, problems, onContest }: Props) => {
  const { rules, levels } = contest
  const [open, setOpen] = useState<number | null>(null)
  const close = () => setOpen(null)
  const hasCards = rules.cards.length > 0
  const change = (next: LevelRule[], cards: string[]) => {
    onContest({ rules: { ...rules, cards }, levels: next })
    close()
  }
  const at = open ?? 0
  const editing = open === null ? undefined : (levels[open] ?? freshLevel(levels))
  const remove = () => change(without(levels, at), without(rules.cards, at))
  return (
    <>
      <ListGroup title={levels.length > 1 ? `关卡（${levels.length} 关，${orderWords[rules.order]}）` : '题目'}>
        {levels.map((level, index) => (
          <ListRow
            key={index}
            title={levels.length > 1 ? `${index + 1}. ${level.title}` : level.title}
            detail={<Words level={level} card={rules.cards[index]} problems={problems[index] ?? []} />}
            onPress={() => setOpen(index)}
          />
        ))}
      </ListGroup>
      {levels.length < mostLevels && (
        <Button kind="ghost" small icon="plus" onPress={() => setOpen(levels.length)}>
          加一关
        </Button>
      )}
      {editing && (
        <LevelSheet
          key={at}
          no={at + 1}
          level={editing}
          card={hasCards ? (rules.cards[at] ?? '') : undefined}
          onSave={({ level, card }) =>
            change(replaced(levels, at, level), hasCards ? replaced(rules.cards, at, card) : [])
          }
          onRemove={levels.length > 1 && at < levels.length ? remove : undefined}
          onClose={close}
        />
      )}
    </>
  )
}
