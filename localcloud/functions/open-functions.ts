import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Faults } from '../faults/open-faults'
import { underFault } from '../faults/under-fault'
import { callEnv, type Caller } from './caller'
import type { FunctionMetric } from './open-call-metrics'
import { openFunctionRooms, type FunctionRoom, type FunctionRoomOptions } from './open-function-rooms'
import { eventTooLarge, notFound, refused, unanswered, type Outcome } from './outcome'
import type { Instance } from './start-instance'

const MB = 1024 * 1024
const EVENT_LIMIT = 6 * MB
const PHONE_RESULT_LIMIT = MB
const NESTED_RESULT_LIMIT = 6 * MB
/** A call that a function sends after its answer arrives within this. */
const AFTERMATH_MS = 15

export type Invocation = { name: string; event: string; action?: string; caller: Caller; requestId?: string }

export type Functions = {
  /** Calls a function; never rejects. */
  invoke: (invocation: Invocation) => Promise<Outcome>
  instance: (id: number) => Instance | undefined
  metrics: () => FunctionMetric[]
  resetMetrics: () => void
  /** Fulfilled when no call is left, those included that functions sent on after their answer. */
  rest: () => Promise<void>
  /** Ends every instance: the next calls are cold starts. */
  chill: () => void
  close: () => void
}

/** The functions of the manifest as the platform runs them. */
export const openFunctions = (options: FunctionRoomOptions & { faults: Faults }): Functions => {
  const { manifest, faults } = options
  const rooms = openFunctionRooms(options)

  const carryOut = async (room: FunctionRoom, invocation: Invocation, fault?: Fault): Promise<Outcome> => {
    const { caller, event, action = '', requestId = randomUUID() } = invocation
    const startedAt = performance.now()
    const kill = fault?.mode === 'kill'
    const { outcome, trips, cold } = await room.pool.submit({
      requestId,
      caller,
      event,
      env: callEnv(caller, manifest.appId),
      resultLimit: caller.nested ? NESTED_RESULT_LIMIT : PHONE_RESULT_LIMIT,
      killAfterTrips: kill ? fault.trips : undefined,
      killAfterMs: kill && !fault.trips ? fault.ms : undefined,
    })
    room.metrics.record({ action, cold, trips, failed: !outcome.ok, ms: performance.now() - startedAt })
    return outcome
  }
  const invoke = async (invocation: Invocation): Promise<Outcome> => {
    const room = rooms.room(invocation.name)
    if (!room) return notFound(invocation.name)
    if (Buffer.byteLength(invocation.event) > EVENT_LIMIT) return eventTooLarge()
    const fault = faults.take('function', invocation.name)
    if (!fault || fault.mode === 'kill') return carryOut(room, invocation, fault)
    return underFault(fault, {
      run: () => carryOut(room, invocation),
      refuse: refused,
      timeout: unanswered,
      kill: () => undefined,
    })
  }
  return {
    invoke,
    instance: rooms.instance,
    metrics: () =>
      rooms.all().map(({ fn, pool, metrics }) => ({
        name: fn.name,
        ...metrics.read(),
        instances: pool.instances(),
        waiting: pool.waiting(),
      })),
    resetMetrics: () => rooms.all().forEach(({ metrics }) => metrics.reset()),
    rest: async () => {
      const resting = () => rooms.all().every(({ pool }) => pool.resting())
      for (let calm = 0; calm < 2; calm = resting() ? calm + 1 : 0) await sleep(AFTERMATH_MS)
    },
    chill: () => rooms.all().forEach(({ pool }) => pool.each((instance) => instance.kill())),
    close: rooms.close,
  }
}
