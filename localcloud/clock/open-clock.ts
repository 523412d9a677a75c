import type { PlatformStore } from '../state/open-platform-store'

export type ClockMove = { now?: number; advanceMs?: number; reset?: boolean }

/** The platform's time: the machine's clock plus an offset that survives a restart. */
export type Clock = {
  /** Platform time in ms. */
  now: () => number
  /** Platform time minus machine time, ms. */
  offset: () => number
  move: (change: ClockMove) => void
  onMove: (listener: () => void) => void
}

const OFFSET = 'clock/offset'

export const openClock = (store: PlatformStore): Clock => {
  let offset = store.get<number>(OFFSET) ?? 0
  const listeners: (() => void)[] = []
  const target = ({ now, advanceMs = 0, reset }: ClockMove): number => {
    if (reset) return 0
    return (now === undefined ? offset : now - Date.now()) + advanceMs
  }
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    move: (change) => {
      offset = target(change)
      store.set(OFFSET, offset)
      for (const listener of listeners) listener()
    },
    onMove: (listener) => void listeners.push(listener),
  }
}
