import type { OutboxItem } from '../../kit/aggregate'
import { followExclusions } from './exclusions'
import { refresh } from './refresh'
import { lookOver } from './signal-work'

/** What the quiz's drainer does for rankings and signals. The same items may come again after a crash. */
export const rankWork = async (items: readonly OutboxItem[], now: Date) => {
  await lookOver(items, now)
  await followExclusions(items, now)
  await refresh(items, now)
}
