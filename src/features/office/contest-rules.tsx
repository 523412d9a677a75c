import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Rules } from 'types/quiz-rules'
import { Icon } from '@/components/icon'
import { ListGroup, ListRow } from '@/components/list-row'
import { AnsweringSheet, AttemptsSheet, PointsSheet } from './contest-play-sheets'
import { ChancesSheet, IdentitySheet, RankingSheet } from './contest-reward-sheets'
import type { Problems, RulePart } from './contest-values'
import { answeringWords, attemptWords, chanceWords, identityWords, pointWords, rankingWords } from './contest-words'
import './office.scss'

export type SheetProps = { rules: Rules; levels: number; onSave: (change: Partial<Rules>) => void; onClose: () => void }

const rows: readonly { part: RulePart; title: string; words: (rules: Rules) => string }[] = [
  { part: 'attempts', title: '答几次', words: ({ attempts }) => attemptWords(attempts) },
  { part: 'answering', title: '怎么答', words: answeringWords },
  { part: 'points', title: '怎么计分', words: pointWords },
  { part: 'chances', title: '抽奖机会', words: chanceWords },
  { part: 'identity', title: '要填什么', words: ({ identity }) => identityWords[identity] },
  { part: 'ranking', title: '怎么排名', words: rankingWords },
]

const sheets = {
  ...{ attempts: AttemptsSheet, answering: AnsweringSheet, points: PointsSheet },
  ...{ chances: ChancesSheet, identity: IdentitySheet, ranking: RankingSheet },
} as const

const Words = ({ children, problems }: { children: string; problems: readonly string[] }) => (
  <>
    <View>{children}</View>
    {problems.map((sentence) => (
      <View key={sentence} className="office-problem">
        <Icon name="warning" size="s" />
        <View className="grow">{sentence}</View>
      </View>
    ))}
  </>
)

type Props = { rules: Rules; levels: number; problems: Problems['rules']; onRules: (rules: Rules) => void }

/** What the rules mean, a row each in plain words; a tap changes one. */
export const ContestRules = ({ rules, levels, problems, onRules }: Props) => {
  const [open, setOpen] = useState<RulePart | null>(null)
  const close = () => setOpen(null)
  const save = (change: Partial<Rules>) => {
    onRules({ ...rules, ...change })
    close()
  }
  const Open = open && sheets[open]
  return (
    <>
      <ListGroup title="规则（点一行可以改）">
        {rows.map(({ part, title, words }) => (
          <ListRow
            key={part}
            title={title}
            detail={<Words problems={problems[part] ?? []}>{words(rules)}</Words>}
            onPress={() => setOpen(part)}
          />
        ))}
      </ListGroup>
      {Open && <Open rules={rules} levels={levels} onSave={save} onClose={close} />}
    </>
  )
}
