import type { InkHandlers } from './ink-handlers'

type Pointer = { clientX: number; clientY: number; buttons: number; preventDefault: () => void }

/** A finger, a pen or a mouse. */
export const inkEvents = ({ start, move, end }: InkHandlers): Record<string, unknown> => ({
  onPointerDown: (event: Pointer) => start(event),
  onPointerMove: (event: Pointer) => {
    if (event.buttons > 0) move(event)
  },
  onPointerUp: end,
  onPointerLeave: end,
})
