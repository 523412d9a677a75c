import { useState } from 'react'
import Taro from '@tarojs/taro'
import { inkEvents } from './ink-events'
import type { Spot } from './ink-handlers'

type Rect = { left: number; top: number; width: number; height: number }
type Point = { x: number; y: number }
type Handlers = { start: (point: Point) => void; move: (point: Point, from: Point) => void }
type Drag = { rect: Rect | null; last: Spot; early: Spot[]; over: boolean }

const measure = (id: string): Promise<Rect | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => resolve((found as Rect | null) ?? null))
      .exec()
  })

const pointAt = ({ clientX, clientY }: Spot, { left, top, width, height }: Rect): Point => ({
  x: (clientX - left) / width,
  y: (clientY - top) / height,
})

const follow = (drag: Drag, rect: Rect, spot: Spot, { move }: Handlers) => {
  move(pointAt(spot, rect), pointAt(drag.last, rect))
  drag.last = spot
}

/** One finger at a time on the element with this id. */
const openBoard = (id: string) => {
  let held: Drag | undefined
  return {
    start: (spot: Spot, handlers: Handlers) => {
      const drag: Drag = { rect: null, last: spot, early: [], over: false }
      held = drag
      // Where the element stands is known a moment later: what was drawn meanwhile is drawn then.
      void measure(id).then((rect) => {
        if (!rect) return
        drag.rect = rect
        handlers.start(pointAt(spot, rect))
        for (const early of drag.early) follow(drag, rect, early, handlers)
      })
    },
    move: (spot: Spot, handlers: Handlers) => {
      if (!held || held.over) return
      if (held.rect) follow(held, held.rect, spot, handlers)
      else held.early.push(spot)
    },
    end: () => {
      if (held) held.over = true
    },
  }
}

/**
 * Events of an element a finger moves across; points come as shares 0…1 of its width and height, in order. A handler
 * must read what it changes at the moment it is called, not when it was made.
 */
export const useBoard = (id: string, handlers: Handlers): Record<string, unknown> => {
  const [board] = useState(() => openBoard(id))
  return inkEvents({
    start: (spot) => board.start(spot, handlers),
    move: (spot) => board.move(spot, handlers),
    end: () => board.end(),
  })
}
