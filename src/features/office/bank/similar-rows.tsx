import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { CheckRow } from '@/components/checkbox-field'
import { showShare } from '@/lib/show-number'
import type { ImportReport } from './bank-api'

type Similar = ImportReport['similar'][number]
type Props = { report: ImportReport; take: readonly number[]; onTake: (rows: number[]) => void }

const source = ({ owner, law, article }: Similar['other']) =>
  `${owner}的题${article > 0 ? `，${law}第 ${article} 条` : ''}`

const SimilarRow = ({ row, on, onChange }: { row: Similar; on: boolean; onChange: (on: boolean) => void }) => (
  <CheckRow on={on} onChange={onChange} label={`仍然导入第 ${row.row} 行`}>
    <View className="stack-s">
      <View className="note">{`第 ${row.row} 行，${showShare(row.similarity)}相同`}</View>
      <View>{row.stem}</View>
      <View className="note">{`题库里已有（${source(row.other)}）`}</View>
      <View className="text-m">{row.other.stem}</View>
    </View>
  </CheckRow>
)

/** Rows that look like questions the bank has: left out unless they are ticked. */
export const SimilarRows = ({ report, take, onTake }: Props) => (
  <Card>
    <View className="stack">
      <View className="title">{`${report.alike} 题和题库里的很像`}</View>
      <View className="text-m">
        {report.alike > report.similar.length
          ? `默认不导入；这里列出前 ${report.similar.length} 题，确实不同的请勾选。`
          : '默认不导入；确实不同的请勾选。'}
      </View>
      {report.similar.map((row) => (
        <SimilarRow
          key={row.row}
          row={row}
          on={take.includes(row.row)}
          onChange={(on) => onTake(on ? [...take, row.row] : take.filter((one) => one !== row.row))}
        />
      ))}
    </View>
  </Card>
)
