import type { OutboxItem } from '../../kit/aggregate'
import { releasePieces, workOnDraws } from './draw-work'
import { handOut, takeBack } from './hand-out'

/** What the quiz's drainer does for prizes and draws. The same items may come again after a crash. */
export const prizeWork = async (items: readonly OutboxItem[], now: Date) => {
  const of = (kind: string) => items.filter((item) => item.kind === kind)
  if (of('claim').length > 0) await handOut(of('claim'), now)
  if (of('claim-return').length > 0) await takeBack(of('claim-return'), now)
  await releasePieces(of('draw-release'))
  await workOnDraws(of('draw-work'), now)
}
