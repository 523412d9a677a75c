import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { letterMachine } from 'types/hazard-letter'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { StateTag } from '@/components/tag'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { HazardDetail } from './api'
import { LadderStrip } from './ladder-strip'
import { ListSheet } from './listing-sheets'
import { useOnward, type Onward } from './onward-api'
import { RaiseSheet } from './raise-sheet'

const proposals = {
  letter: '已到企业行政这一级，建议书面反映，请起草建议函。',
  refer: '各级督促后仍没有改完，请用建议函提请监管部门和上级工会。',
  listed: '各级督促后仍没有改完，建议提请安委会挂牌督办，公布后在这里登记。',
} as const

const whenOf = ({ since, nextAt }: NonNullable<Onward['ladder']>) => {
  if (!since) return '在整改期限内，先由本级督促；逾期后系统会逐级往上提。'
  return `${showDay(since)}起在这一级${nextAt ? `，到${showDay(nextAt)}还没改完就再往上提` : ''}`
}

const Letters = ({ letters }: { letters: Onward['letters'] }) => (
  <View>
    {letters.map((letter) => (
      <ListRow
        key={letter.id}
        icon="document"
        title={letter.number ?? '建议函草稿'}
        detail={`${letter.to} · ${showDay(letter.sentAt ?? letter.createdAt)}`}
        value={<StateTag state={letterMachine.states[letter.state]} />}
        onPress={() => openPage(routes.officeLetter, { id: letter.id })}
      />
    ))}
  </View>
)

type Props = { hazard: HazardDetail }

const Shown = ({ hazard, onward }: Props & { onward: Onward }) => {
  const [open, setOpen] = useState<'raise' | 'list'>()
  const close = useCallback(() => setOpen(undefined), [])
  const { ladder, letters, mayWrite, proposal } = onward
  if (!ladder) return null
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">督促与书面建议</View>
        <LadderStrip rung={ladder.rung} />
        <View className="note">{whenOf(ladder)}</View>
        {proposal && <View className="ink-red">{proposals[proposal]}</View>}
        {letters.length > 0 && <Letters letters={letters} />}
        {mayWrite && (
          <View className="row-wrap">
            {proposal === 'listed' && hazard.acts.includes('list') && (
              <Button small kind="ghost" icon="edit" onPress={() => setOpen('list')}>
                登记挂牌督办
              </Button>
            )}
            <Button
              small
              kind="ghost"
              icon="document"
              onPress={() => openPage(routes.officeLetterNew, { hazard: hazard.id })}
            >
              起草建议函
            </Button>
            {ladder.above.length > 0 && (
              <Button small kind="quiet" onPress={() => setOpen('raise')}>
                提高督促层级
              </Button>
            )}
          </View>
        )}
      </View>
      {open === 'raise' && <RaiseSheet hazard={hazard} above={ladder.above} onClose={close} />}
      {open === 'list' && <ListSheet detail={hazard} open onClose={close} />}
    </Card>
  )
}

/** How far up a hazard had to be pressed for, what was written about it, and the way further. */
export const OnwardCard = ({ hazard }: Props) => (
  <QueryView aside query={useOnward(hazard.id)} skeleton={<Skeleton kind="card" count={1} />}>
    {(onward) => <Shown hazard={hazard} onward={onward} />}
  </QueryView>
)
