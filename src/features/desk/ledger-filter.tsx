import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { HazardKind, hazardKindLabels } from 'types/hazard'
import { Chip } from '@/components/chip'
import '@/components/field.scss'
import { ChoiceList } from '@/components/picker-field'
import { Sheet } from '@/components/sheet'
import { Stat } from '@/components/stat'
import { inputName } from '@/lib/input-name'
import { FilingFilter } from './filing-filter'
import type { Ledger, LedgerFilter } from './api'

type Props = {
  filter: LedgerFilter
  /** undefined is "not known yet", null "could not be read". */
  counts: Ledger['counts'] | undefined | null
  onFilter: (filter: LedgerFilter) => void
}
type Shelf = { name: keyof Ledger['counts']; label: string; part: Pick<LedgerFilter, 'state' | 'overdue' | 'listed'> }

const shelves: readonly Shelf[] = [
  { name: 'toAccept', label: '待受理', part: { state: 'reported' } },
  { name: 'toAssign', label: '待交办', part: { state: 'accepted' } },
  { name: 'planning', label: '待定方案', part: { state: 'assigned' } },
  { name: 'fixing', label: '整改中', part: { state: 'fixing' } },
  { name: 'overdue', label: '已逾期', part: { overdue: true } },
  { name: 'toClose', label: '待销号', part: { state: 'answered' } },
  { name: 'reopened', label: '待复查', part: { state: 'reopened' } },
  { name: 'listed', label: '挂牌督办', part: { listed: true } },
  { name: 'closed', label: '已销号', part: { state: 'closed' } },
]
const kinds = [
  { value: 'all', label: '全部类别' },
  ...HazardKind.options.map((value) => ({ value, label: hazardKindLabels[value] })),
]

const isOn = (filter: LedgerFilter, { part }: Shelf) =>
  filter.state === part.state &&
  Boolean(filter.overdue) === Boolean(part.overdue) &&
  Boolean(filter.listed) === Boolean(part.listed)

/** The numbers are the filter: tap one to see just these, tap again for all. */
export const LedgerFilterBar = ({ filter, counts, onFilter }: Props) => {
  const [words, setWords] = useState(filter.words ?? '')
  const [choosing, setChoosing] = useState(false)
  const { kind, source, record, level, enterpriseId, period, words: searched } = filter
  const rest = {
    ...{ ...(kind && { kind }), ...(source && { source }), ...(record && { record }), ...(level && { level }) },
    ...{ ...(enterpriseId && { enterpriseId }), ...(period && { period }), ...(searched ? { words: searched } : {}) },
  }
  const choose = (shelf: Shelf) => onFilter(isOn(filter, shelf) ? rest : { ...rest, ...shelf.part })
  const chooseKind = (value: string) => {
    const known = HazardKind.options.find((option) => option === value)
    onFilter({ ...filter, kind: known })
    setChoosing(false)
  }
  const search = () => {
    onFilter({ ...filter, words: words.trim() || undefined })
  }
  return (
    <View className="stack">
      <View className="ledger-stats">
        {shelves.map((shelf) => (
          <Stat
            key={shelf.name}
            value={counts === null ? '—' : counts?.[shelf.name]}
            label={shelf.label}
            tone={counts && shelf.name === 'overdue' ? 'red' : 'plain'}
            on={isOn(filter, shelf)}
            onPress={() => choose(shelf)}
          />
        ))}
      </View>
      <Input
        className="field-box field-input"
        value={words}
        placeholder="搜编号、企业或关键词"
        placeholderClass="field-blank"
        confirmType="search"
        maxlength={40}
        onInput={(event) => setWords(event.detail.value)}
        onConfirm={search}
        onBlur={search}
        {...inputName('搜编号、企业或关键词')}
      />
      <View className="row-wrap">
        <Chip on={kind !== undefined} onPress={() => setChoosing(true)}>
          {kind ? hazardKindLabels[kind] : '全部类别'}
        </Chip>
      </View>
      <FilingFilter filter={filter} onFilter={onFilter} />
      <Sheet open={choosing} title="隐患类别" onClose={() => setChoosing(false)}>
        <ChoiceList label="隐患类别" options={kinds} value={kind ?? 'all'} onChoose={chooseKind} />
      </Sheet>
    </View>
  )
}
