/**
 * What the call being served has done so far. A plain module variable is enough: an instance serves one call at a
 * time, as the platform promises (concurrency 1 per instance of an event function).
 */
export type CurrentCall = { requestId: string; action: string; startedAt: number; trips: number; recorded: number }

const fresh = (): CurrentCall => ({ requestId: '', action: '', startedAt: 0, trips: 0, recorded: 0 })

let current = fresh()
let asked: Promise<unknown> = Promise.resolve(null)

export const beginCall = (requestId: string, action: string): CurrentCall => {
  current = { ...fresh(), requestId, action, startedAt: Date.now() }
  asked = Promise.resolve(null)
  return current
}

/** Counts one database trip; every trip of the kit passes here. */
export const countTrip = () => {
  current.trips += 1
}

/** Notes that the call left an event in an audit chain. */
export const countRecorded = () => {
  current.recorded += 1
}

/** The move of the tree this call follows: asked for once, at its beginning. */
export const noteMoveAsked = (move: Promise<unknown>) => {
  asked = move
}

export const moveAskedFor = (): Promise<unknown> => asked
