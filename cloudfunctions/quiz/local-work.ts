import type { OutboxItem } from '../kit/aggregate'
import { bankWork } from './bank/bank-work'
import type { PaperDoc } from './documents'
import { archivePapers } from './play/play-store'
import { prizeWork } from './prize/prize-work'
import { reconcile } from './play/reconcile'
import { rankWork } from './rank/rank-work'

/**
 * What the quiz's drainer does itself: lays closed papers to rest and copies the counters onto the rows screens read.
 * Copies, not sums: the same items may come again after a crash.
 */
export const localWork = async (items: readonly OutboxItem[], now: Date) => {
  await archivePapers(items.filter((item) => item.kind === 'paper').map((item) => item.payload as PaperDoc))
  await bankWork(items, now)
  await reconcile(items, now)
  await prizeWork(items, now)
  await rankWork(items, now)
}
