/** A place on the screen in px. */
export type Spot = { clientX: number; clientY: number }

/** What a board does as something is drawn across it. */
export type InkHandlers = { start: (spot: Spot) => void; move: (spot: Spot) => void; end: () => void }
