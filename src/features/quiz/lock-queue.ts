import { AppError } from 'types/app-error'
import type { InputOf, OutputOf } from 'types/contract'
import type { ErrorCode } from 'types/errors'
import type { playEntries } from 'types/quiz-play'

export type Locking = Pick<InputOf<typeof playEntries.lock>, 'no' | 'chosen'>
export type Locked = OutputOf<typeof playEntries.lock>

type Ends = {
  send: (answer: Locking) => Promise<Locked>
  onLocked: (reply: Locked) => void
  /** The answer waits, and why; null once the queue moves again. */
  onStuck: (why: Error | null) => void
  /** It will never be taken: the paper is closed, or none of this person's. */
  onRefused: (why: Error) => void
  /** Milliseconds before the next try. */
  pause?: (attempts: number) => number
}

/** The person can do nothing about these: the queue goes on trying. */
const passing: readonly ErrorCode[] = ['NETWORK', 'SERVICE_BUSY', 'INTERNAL', 'TOO_OFTEN', 'CONFLICT']
const isPassing = (error: unknown) => error instanceof AppError && passing.includes(error.code)
const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/** 1 s, 2 s, 4 s, then every 8 s: a paper has minutes. */
const patience = (attempts: number) => Math.min(8000, 500 * 2 ** attempts)

/** Sends answers one at a time, in their order, until each has arrived. The same answer twice is one. */
export const openLockQueue = ({ send, onLocked, onStuck, onRefused, pause = patience }: Ends) => {
  const waiting: Locking[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let sending = false
  let ended = false

  const fail = (why: Error) => {
    if (!isPassing(why)) {
      ended = true
      return onRefused(why)
    }
    attempts += 1
    onStuck(why)
    timer = setTimeout(() => void run(), pause(attempts))
  }
  const run = async (): Promise<void> => {
    const [first] = waiting
    if (!first || sending || ended) return
    clearTimeout(timer)
    sending = true
    const reply = await send(first).catch(asError)
    sending = false
    if (ended) return
    if (reply instanceof Error) return fail(reply)
    waiting.shift()
    if (attempts > 0) onStuck(null)
    attempts = 0
    ended = reply.closed
    onLocked(reply)
    return run()
  }
  return {
    push: (answer: Locking) => {
      if (waiting.some(({ no }) => no === answer.no)) return
      waiting.push(answer)
      if (attempts === 0) void run()
    },
    /** Tries at once: the network is back, or the person asked. */
    retry: () => void run(),
    stop: () => {
      ended = true
      clearTimeout(timer)
    },
  }
}
