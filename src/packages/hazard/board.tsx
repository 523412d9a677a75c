import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { gradeLabels, hazardKindLabels } from 'types/hazard'
import { boardEntries, type BoardRow } from 'types/hazard-board'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Tag } from '@/components/tag'
import { useNeededParam } from '@/hooks/use-needed-param'
import { useQueryParam } from '@/hooks/use-query-param'
import { call } from '@/lib/call'
import { showDate } from '@/lib/clock'

type Board = OutputOf<typeof boardEntries.board>

const monthWord = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
const whenOf = ({ closedOn, dueOn }: BoardRow) => {
  if (closedOn) return `${showDate(`${closedOn}T12:00:00+08:00`)}销号`
  return dueOn ? `${showDate(`${dueOn}T12:00:00+08:00`)}前改完` : ''
}

const Row = ({ row }: { row: BoardRow }) => (
  <Card>
    <View className="stack-s">
      <View className="row-wrap">
        <Tag tone={row.closedOn ? 'green' : row.late ? 'red' : 'amber'}>
          {row.late ? `${row.state}，逾期` : row.state}
        </Tag>
        <Tag tone={row.grade === 'major' ? 'red' : 'grey'}>{gradeLabels[row.grade]}</Tag>
        <Tag tone="grey">{hazardKindLabels[row.kind]}</Tag>
      </View>
      <View className="strong">{row.words}</View>
      <View className="note">
        {row.number} · {whenOf(row)}
      </View>
    </View>
  </Card>
)

const Shown = ({ data, onMonth }: { data: Board; onMonth: (month: string) => void }) => {
  const { board, enterprise, months } = data
  if (!board) return null
  const options = months.map((value) => ({ value, label: monthWord(value) }))
  return (
    <View className="stack">
      <View>
        <View className="title">{enterprise}</View>
        <View className="note">
          {board.issuer}公示 · 第 {board.edition} 版 · {showDate(board.publishedAt)}
        </View>
      </View>
      {options.length > 1 && <ChipChoice label="月份" options={options} value={board.month} onChange={onMonth} />}
      {board.rows.map((row) => (
        <Row key={row.number} row={row} />
      ))}
      <View className="note">按安全生产法第四十一条向职工通报，不公示上报人。发现没改好的，可以再拍照上报。</View>
    </View>
  )
}

const nothing = (
  <Empty icon="document" title="还没有公示" detail="工会每月公示本单位隐患的整改情况，公示后在这里能看到。" />
)

/** What became of an enterprise's hazards, for everybody who works there. */
const BoardPage = () => {
  const enterpriseId = useNeededParam('e')
  const first = useQueryParam('month')
  const [month, setMonth] = useState<string>()
  const chosen = month ?? first
  const board = useQuery({
    queryKey: ['board', enterpriseId, chosen],
    queryFn: () =>
      call(boardEntries, 'hazard', 'board', { enterpriseId, ...(chosen === undefined ? {} : { month: chosen }) }),
    enabled: enterpriseId !== '',
  })
  return (
    <Page title="隐患公示栏">
      <QueryView query={board} isEmpty={(data) => data.board === null} empty={nothing}>
        {(data) => <Shown data={data} onMonth={setMonth} />}
      </QueryView>
    </Page>
  )
}

export default BoardPage
