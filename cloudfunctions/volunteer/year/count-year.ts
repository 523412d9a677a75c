import type { OutboxItem } from '../../kit/aggregate'
import type { CountPayload } from '../../kit/outbox'
import type { YearDoc } from './year-doc'

type Standing = Pick<YearDoc, 'under' | 'year' | 'shelf' | 'minutes'>
type Push = Omit<OutboxItem, 'id'>

export const yearKey = (year: number, nodeId: string) => `year.${year}.${nodeId}`

const additions = ({ under, year, shelf, minutes }: Standing, by: 1 | -1): CountPayload['add'] =>
  under.flatMap((node) => {
    const key = yearKey(year, node)
    const served = minutes > 0 ? [{ key, field: 'minutes', by: by * minutes }] : []
    return shelf === 'left' ? served : [{ key, field: shelf, by }, ...served]
  })

/** What a new count changes in the numbers of every node the volunteer lies under. */
export const countYear = (before: Standing | null, after: Standing): Push[] => {
  const add = [...(before ? additions(before, -1) : []), ...additions(after, 1)]
  const sums = new Map<string, CountPayload['add'][number]>()
  for (const one of add) {
    const name = `${one.key}/${one.field}`
    sums.set(name, { ...one, by: (sums.get(name)?.by ?? 0) + one.by })
  }
  const changed = [...sums.values()].filter(({ by }) => by !== 0)
  return changed.length > 0 ? [{ to: 'counters', kind: 'count', payload: { add: changed } }] : []
}
