import { View } from '@tarojs/components'
import type { BoardRow } from 'types/hazard-board'
import { gradeLabels, hazardKindLabels } from 'types/hazard'
import './board-sheet.scss'

type Props = { union: string; enterprise: string; month: string; rows: readonly BoardRow[] }

const dayOf = (day: string | null) => (day ? day.slice(5).replace('-', '/') : '—')

const contentOf = ({ words, kind }: BoardRow) =>
  words.includes(hazardKindLabels[kind]) ? words : `${words}（${hazardKindLabels[kind]}）`

/** The board as it hangs in the works: A4, one line a hazard. */
export const BoardSheet = ({ union, enterprise, month, rows }: Props) => (
  <View className="board-sheet">
    <View className="board-sheet-union">{union}</View>
    <View className="board-sheet-title">{enterprise}隐患整改公示</View>
    <View className="note center">
      {month.replace('-', ' 年 ')} 月 · 共 {rows.length} 条
    </View>
    <View className="board-sheet-table">
      <View className="board-sheet-row board-sheet-head">
        {['编号', '内容', '等级', '进展', '期限', '销号'].map((name) => (
          <View key={name}>{name}</View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.number} className="board-sheet-row">
          <View>{row.number}</View>
          <View>{contentOf(row)}</View>
          <View>{gradeLabels[row.grade]}</View>
          <View>{row.late ? `${row.state}（逾期）` : row.state}</View>
          <View>{dayOf(row.dueOn)}</View>
          <View>{dayOf(row.closedOn)}</View>
        </View>
      ))}
    </View>
    <View className="note">依据《安全生产法》第四十一条向职工通报。不公示上报人和经办人。</View>
  </View>
)
