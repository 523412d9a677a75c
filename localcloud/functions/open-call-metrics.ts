export type Spread = { min: number; avg: number; max: number }

export type ActionMetric = { calls: number; errors: number; trips: Spread; ms: { p50: number; p95: number } }

export type FunctionMetric = {
  name: string
  calls: number
  coldStarts: number
  warmStarts: number
  /** Database requests of all calls, those sent after the answer included. */
  trips: number
  /** Failures of the platform: thrown, timed out, killed, too large. */
  errors: number
  instances: number
  waiting: number
  actions: Record<string, ActionMetric>
}

type Tally = { calls: number; errors: number; trips: number; min: number; max: number; ms: number[]; next: number }
type Call = { action: string; cold: boolean; trips: number; failed: boolean; ms: number }

export type CallMetrics = {
  record: (call: Call) => void
  countTrip: () => void
  read: () => Omit<FunctionMetric, 'name' | 'instances' | 'waiting'>
  reset: () => void
}

const SAMPLES = 2000
const MOST_ACTIONS = 300
const NONE = '(none)'
const OTHERS = '(others)'

const newTally = (): Tally => ({ calls: 0, errors: 0, trips: 0, min: Infinity, max: 0, ms: [], next: 0 })

const percentile = (sorted: number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100

const summary = (tally: Tally): ActionMetric => {
  const sorted = [...tally.ms].sort((a, b) => a - b)
  return {
    calls: tally.calls,
    errors: tally.errors,
    trips: { min: tally.min, avg: Math.round((tally.trips / tally.calls) * 100) / 100, max: tally.max },
    ms: { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) },
  }
}

/** Figures of one function, whole and by `event.action`; percentiles over the last 2000 calls of an action. */
export const openCallMetrics = (): CallMetrics => {
  let tallies = new Map<string, Tally>()
  let counts = { calls: 0, coldStarts: 0, warmStarts: 0, trips: 0, errors: 0 }
  const tallyOf = (action: string): Tally => {
    const key = action.slice(0, 64) || NONE
    const name = tallies.has(key) || tallies.size < MOST_ACTIONS ? key : OTHERS
    const tally = tallies.get(name) ?? newTally()
    tallies.set(name, tally)
    return tally
  }
  return {
    countTrip: () => {
      counts.trips += 1
    },
    record: ({ action, cold, trips, failed, ms }) => {
      counts.calls += 1
      counts[cold ? 'coldStarts' : 'warmStarts'] += 1
      counts.errors += failed ? 1 : 0
      const tally = tallyOf(action)
      tally.calls += 1
      tally.errors += failed ? 1 : 0
      tally.trips += trips
      tally.min = Math.min(tally.min, trips)
      tally.max = Math.max(tally.max, trips)
      tally.ms[tally.next % SAMPLES] = ms
      tally.next += 1
    },
    read: () => ({
      ...counts,
      actions: Object.fromEntries([...tallies].map(([name, tally]) => [name, summary(tally)])),
    }),
    reset: () => {
      tallies = new Map()
      counts = { calls: 0, coldStarts: 0, warmStarts: 0, trips: 0, errors: 0 }
    },
  }
}
