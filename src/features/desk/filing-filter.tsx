import { useState } from 'react'
import { View } from '@tarojs/components'
import {
  CampaignGrade,
  HazardSource,
  RecordKind,
  campaignGradeLabels,
  recordLabels,
  sourceLabels,
} from 'types/hazard-record'
import { Chip } from '@/components/chip'
import { ChoiceList } from '@/components/picker-field'
import { Sheet } from '@/components/sheet'
import type { LedgerFilter } from './api'

const filings = [
  { field: 'source', title: '怎样发现的', all: '全部来源', values: HazardSource.options, labels: sourceLabels },
  { field: 'record', title: '记录类型', all: '全部记录', values: RecordKind.options, labels: recordLabels },
  { field: 'level', title: '活动分级', all: '全部分级', values: CampaignGrade.options, labels: campaignGradeLabels },
] as const

type Filing = (typeof filings)[number]
const labelOf = ({ labels, all }: Filing, value: string | undefined) =>
  value ? ((labels as Record<string, string>)[value] ?? all) : all

type Props = { filter: LedgerFilter; onFilter: (filter: LedgerFilter) => void }

/** How a hazard is filed: through whom it was found, what it is about, the campaign's grade. */
export const FilingFilter = ({ filter, onFilter }: Props) => {
  const [open, setOpen] = useState<Filing | null>(null)
  const choose = (value: string) => {
    if (open) onFilter({ ...filter, [open.field]: value === 'all' ? undefined : value })
    setOpen(null)
  }
  return (
    <View className="row-wrap">
      {filings.map((filing) => (
        <Chip key={filing.field} on={filter[filing.field] !== undefined} onPress={() => setOpen(filing)}>
          {labelOf(filing, filter[filing.field])}
        </Chip>
      ))}
      <Sheet open={open !== null} title={open?.title ?? ''} onClose={() => setOpen(null)}>
        {open && (
          <ChoiceList
            label={open.title}
            options={[
              { value: 'all', label: open.all },
              ...open.values.map((value) => ({ value, label: labelOf(open, value) })),
            ]}
            value={filter[open.field] ?? 'all'}
            onChoose={choose}
          />
        )}
      </Sheet>
    </View>
  )
}
