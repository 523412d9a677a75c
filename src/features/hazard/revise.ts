import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { QueueItem } from '@/lib/storage-keys'
import { hazardOfAnswer, isAnswer, reviseAnswer } from './answer-values'
import { reviseReport } from './report-round'

/** How a hazard submission that was not taken goes back to its form; undefined for anything else. */
export const reviseOf = (item: QueueItem): (() => void) | undefined => {
  if (item.domain !== 'hazard') return undefined
  if (item.action === 'report') return () => reviseReport(item)
  if (!isAnswer(item)) return undefined
  return () => {
    reviseAnswer(item)
    openPage(routes.fixDetail, { id: hazardOfAnswer(item) })
  }
}
