import { View } from '@tarojs/components'
import { isBeingFixed } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import type { HazardRow } from 'types/hazard-views'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { StateTag, Tag } from '@/components/tag'
import { shorten } from '@/lib/shorten'
import { showAgo, showRemaining } from '@/lib/clock'
import './ledger-rows.scss'

const lateness = (row: HazardRow) =>
  isBeingFixed(row.state) && row.dueAt ? showRemaining(row.dueAt) : showAgo(row.reportedAt)

const Row = ({ row, selected, onOpen }: { row: HazardRow; selected: boolean; onOpen: (id: string) => void }) => (
  <Card tight selected={selected} onPress={() => onOpen(row.id)}>
    <View className="row">
      {row.cover?.url ? <Picture className="ledger-cover" src={row.cover.url} /> : <View className="ledger-cover" />}
      <View className="grow">
        <View className="strong">{shorten(row.words, 28)}</View>
        <View className="text-m">{[row.unit, row.place].filter(Boolean).join(' · ')}</View>
        <View className="row-wrap">
          {row.joins > 0 && <Tag tone="blue">{`${row.joins + 1} 人反映`}</Tag>}
          {row.danger && <Tag tone="red">危急</Tag>}
          <StateTag state={hazardMachine.states[row.state]} />
          {row.grade === 'major' && <Tag tone="red">重大</Tag>}
          {row.listed && <Tag tone="amber">挂牌督办</Tag>}
          {row.overdue && <Tag tone="red">已逾期</Tag>}
          <View className="note">{lateness(row)}</View>
        </View>
      </View>
    </View>
  </Card>
)

type Props = { rows: readonly HazardRow[]; selected: string; onOpen: (id: string) => void }

/** Rows of the ledger: picture, what, where, how it stands. */
export const LedgerRows = ({ rows, selected, onOpen }: Props) => (
  <View className="stack">
    {rows.map((row) => (
      <Row key={row.id} row={row} selected={row.id === selected} onOpen={onOpen} />
    ))}
  </View>
)
