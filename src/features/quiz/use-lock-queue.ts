import { useCallback, useEffect, useRef, useState } from 'react'
import type { Paper } from 'types/quiz-play'
import { useReach } from '@/lib/reach-store'
import { lockAnswer } from './api'
import { openLockQueue, type Locked, type Locking } from './lock-queue'

type Queue = ReturnType<typeof openLockQueue>
type Ends = { onLocked: (reply: Locked) => void; onRefused: () => void }

/** Locked answers on their way to the cloud. `stuck` says why one waits; without `isOn` nothing is ever sent. */
export const useLockQueue = ({ id, campaignId }: Paper, isOn: boolean, { onLocked, onRefused }: Ends) => {
  const [stuck, setStuck] = useState<Error | null>(null)
  const queue = useRef<Queue>()
  const ends = useRef({ onLocked, onRefused })
  useEffect(() => {
    ends.current = { onLocked, onRefused }
  }, [onLocked, onRefused])
  useEffect(() => {
    if (!isOn) return undefined
    const opened = openLockQueue({
      send: (answer) => lockAnswer({ id, campaignId, ...answer }),
      onLocked: (reply) => ends.current.onLocked(reply),
      onStuck: setStuck,
      onRefused: () => ends.current.onRefused(),
    })
    queue.current = opened
    const leave = useReach.subscribe((now, before) => {
      if (now.online && !before.online) opened.retry()
    })
    return () => {
      leave()
      opened.stop()
    }
  }, [id, campaignId, isOn])
  const push = useCallback(({ no, chosen }: Locking) => queue.current?.push({ no, chosen }), [])
  const retry = useCallback(() => queue.current?.retry(), [])
  return { push, retry, stuck }
}
