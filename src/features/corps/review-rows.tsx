import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { applicationMachine } from 'types/volunteer'
import { specialtyLabels } from 'types/volunteer-form'
import type { reviewEntries } from 'types/volunteer-review'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { StateTag, Tag } from '@/components/tag'
import { classNames } from '@/lib/class-names'
import { waitedWord } from './review-words'
import './review-table.scss'

export type QueueRow = OutputOf<typeof reviewEntries.queue>['items'][number]

type RowProps = {
  row: QueueRow
  isNow: boolean
  isOn: boolean
  now: Date
  onToggle: () => void
  onOpen: () => void
}

const Row = ({ row, isNow, isOn, now, onToggle, onOpen }: RowProps) => (
  <View className={classNames('review-row', isNow && 'review-row-now')}>
    <Pressable className="review-row-tick" role="checkbox" checked={isOn} label={`选中${row.name}`} onPress={onToggle}>
      <View className={classNames('review-row-box', isOn && 'review-row-on')}>
        {isOn && <Icon name="check" size="s" />}
      </View>
    </Pressable>
    <Pressable className="review-row-main strong" label={`打开${row.name}`} onPress={onOpen}>
      {row.name}
    </Pressable>
    <View>
      <View className="text-m">{row.unit}</View>
      <View className="note">{row.specialties.map((one) => specialtyLabels[one]).join('、')}</View>
    </View>
    <View className="review-row-end">
      {row.priority > 0 && <Tag tone="green">{`优先 ${row.priority}`}</Tag>}
      {row.waiting ? (
        <Tag tone={row.waiting.late ? 'red' : 'grey'}>{waitedWord(row.waiting.since, now)}</Tag>
      ) : (
        <StateTag state={applicationMachine.states[row.state]} />
      )}
    </View>
  </View>
)

type Props = {
  rows: readonly QueueRow[]
  nowAt: number
  chosen: ReadonlySet<string>
  now: Date
  onToggle: (id: string) => void
  onOpen: (index: number) => void
}

/** The table of a PC window: a tick, who, where from, since when. */
export const ReviewRows = ({ rows, nowAt, chosen, now, onToggle, onOpen }: Props) => (
  <View className="review-table">
    {rows.map((row, index) => (
      <Row
        key={row.id}
        row={row}
        isNow={index === nowAt}
        isOn={chosen.has(row.id)}
        now={now}
        onToggle={() => onToggle(row.id)}
        onOpen={() => onOpen(index)}
      />
    ))}
  </View>
)
