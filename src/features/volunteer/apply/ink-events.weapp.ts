import type { ITouchEvent } from '@tarojs/components'
import type { InkHandlers, Spot } from './ink-handlers'

const spotOf = ({ touches, changedTouches }: ITouchEvent): Spot | undefined => touches[0] ?? changedTouches[0]

/** A finger. */
export const inkEvents = ({ start, move, end }: InkHandlers): Record<string, unknown> => {
  const at = (then: (spot: Spot) => void) => (event: ITouchEvent) => {
    const spot = spotOf(event)
    if (spot) then(spot)
  }
  return { onTouchStart: at(start), onTouchMove: at(move), onTouchEnd: end, onTouchCancel: end }
}
