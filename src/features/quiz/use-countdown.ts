import { useEffect, useRef, useState } from 'react'
import type { Paper } from 'types/quiz-play'

/** Whole seconds left by the server's clock; the phone's own may be wrong by a day. */
export const secondsLeft = (paper: Paper, receivedAt: number, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(paper.dueAt) - Date.parse(paper.serverNow) - (now - receivedAt)) / 1000))

/** Seconds left of the paper, once a second; `onOver` once at the end. */
export const useCountdown = (paper: Paper, receivedAt: number, onOver: () => void): number => {
  const [left, setLeft] = useState(() => secondsLeft(paper, receivedAt, Date.now()))
  const isOver = left === 0
  const atEnd = useRef(onOver)
  useEffect(() => {
    atEnd.current = onOver
  }, [onOver])
  useEffect(() => {
    if (isOver) atEnd.current()
  }, [isOver])
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => setLeft(secondsLeft(paper, receivedAt, Date.now())), 1000)
    return () => clearInterval(timer)
  }, [paper, receivedAt, isOver])
  return left
}
