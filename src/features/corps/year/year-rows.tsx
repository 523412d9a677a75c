import { hoursWord, yearResultLabels } from 'types/volunteer-year-rules'
import type { YearRow } from 'types/volunteer-year'
import { yearMachine } from 'types/volunteer-year-machine'
import { ListGroup, ListRow } from '@/components/list-row'
import { StateTag, Tag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** What a row says of somebody's numbers. */
export const numbersWord = ({ times, need, minutes, absences }: YearRow): string =>
  [`专题 ${times}/${need} 次`, minutes > 0 && hoursWord(minutes), absences > 0 && `缺席 ${absences} 次`]
    .filter(Boolean)
    .join(' · ')

/** 优秀候选 as long as only the rule says so. */
export const resultWord = ({ result, proposal }: Pick<YearRow, 'result' | 'proposal'>): string | null => {
  if (result) return yearResultLabels[result]
  if (!proposal) return null
  return proposal === 'excellent' ? '建议：优秀候选' : `建议：${yearResultLabels[proposal]}`
}

const Value = ({ row }: { row: YearRow }) => {
  if (row.state !== 'running') return <StateTag state={yearMachine.states[row.state]} />
  if (row.shelf === 'enough') return <Tag tone="green">已达标</Tag>
  return <Tag tone={row.shelf === 'none' ? 'red' : 'amber'}>{`还差 ${row.need - row.times} 次`}</Tag>
}

/** Volunteers with their year, one row each. */
export const YearRows = ({ rows }: { rows: readonly YearRow[] }) => (
  <ListGroup>
    {rows.map((row) => (
      <ListRow
        key={row.id}
        title={row.name}
        detail={[row.team ?? row.employer, numbersWord(row), resultWord(row)].filter(Boolean).join(' · ')}
        value={<Value row={row} />}
        onPress={() => openPage(routes.corpsYear, { id: row.id })}
      />
    ))}
  </ListGroup>
)
