import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { CommonEvent, ITouchEvent } from '@tarojs/components'
import { boxBetween, type Box, type Point } from '@/lib/redact-shapes'

export const stageId = 'redact-stage'

type Rect = { left: number; top: number; width: number; height: number }
type Spot = { clientX: number; clientY: number }

const measure = (): Promise<Rect | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${stageId}`)
      .boundingClientRect((found) => resolve((found as Rect | null) ?? null))
      .exec()
  })

const pointAt = ({ clientX, clientY }: Spot, { left, top, width, height }: Rect): Point => ({
  x: (clientX - left) / width,
  y: (clientY - top) / height,
})

const spotOf = ({ touches, changedTouches }: ITouchEvent): Spot | undefined => touches[0] ?? changedTouches[0]

/** Boxes drawn by a finger, or put down by a tap or a mouse. */
export const useBoxes = () => {
  const [boxes, setBoxes] = useState<Box[]>([])
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null)
  const held = useRef<{ rect: Promise<Rect | null>; from: Spot; to: Spot } | null>(null)
  const touched = useRef(false)

  const add = (from: Point, to: Point) => setBoxes((before) => [...before, boxBetween(from, to)])
  const draw = async (then: (from: Point, to: Point) => void) => {
    const now = held.current
    const rect = await now?.rect
    if (now && rect) then(pointAt(now.from, rect), pointAt(now.to, rect))
  }
  const start = (event: ITouchEvent) => {
    const spot = spotOf(event)
    touched.current = true
    if (spot) held.current = { rect: measure(), from: spot, to: spot }
  }
  const move = (event: ITouchEvent) => {
    const spot = spotOf(event)
    if (!spot || !held.current) return
    held.current.to = spot
    void draw((from, to) => held.current && setDrag({ from, to }))
  }
  const end = () => {
    void draw(add).then(() => setDrag(null))
    held.current = null
  }
  /** A mouse has no touch: its click puts a box down. */
  const tap = (event: CommonEvent) => {
    const { clientX, clientY } = event as unknown as Spot
    if (touched.current || typeof clientX !== 'number') return
    void measure().then((rect) => {
      if (!rect) return
      const at = pointAt({ clientX, clientY }, rect)
      add(at, at)
    })
  }
  const undo = () => setBoxes((before) => before.slice(0, -1))
  return { boxes, drag, start, move, end, tap, undo }
}
