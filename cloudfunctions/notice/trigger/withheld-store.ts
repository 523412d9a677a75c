import type { SwitchKey } from 'types/triggers'
import type { OutboxItem } from '../../kit/aggregate'
import { collection } from '../../kit/collection'

/** A message that was not laid because its trigger is off: nobody's name, only that it is counted once. */
export type WithheldDoc = { _id: string; trigger: SwitchKey; at: Date; outbox: OutboxItem[]; outboxAt: Date | null }

export const withheld = collection<WithheldDoc>('notice_withheld')

export const withheldKey = (nodeId: string) => `withheld.${nodeId}`

/** Counts it for each union of the line; delivered again it is the same document. */
export const withhold = (_id: string, trigger: SwitchKey, line: readonly string[], now: Date) => {
  const add = line.map((nodeId) => ({ key: withheldKey(nodeId), field: trigger, by: 1 }))
  const outbox = [{ id: `${_id}.withheld`, to: 'counters', kind: 'count', payload: { add } }]
  return withheld.insert({ _id, trigger, at: now, outbox, outboxAt: now })
}
