/**
 * What the call being served has done so far. A plain module variable is enough: an instance serves one call at a
 * time, as the platform promises (concurrency 1 per instance of an event function).
 */
export type CurrentCall = { requestId: string; action: string; startedAt: number; trips: number; recorded: number }

const fresh = (): CurrentCall => ({ requestId: '', action: '', startedAt: 0, trips: 0, recorded: 0 })

let current = fresh()

export const beginCall = (requestId: string, action: string): CurrentCall => {
  current = { ...fresh(), requestId, action, startedAt: Date.now() }
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
