import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Clock } from '../clock/open-clock'
import type { Fault, Faults } from '../faults/open-faults'
import { underFault } from '../faults/under-fault'
import type { CloudManifest, FunctionManifest } from '../manifest/cloud-manifest'
import { callEnv, type Caller } from './caller'
import { instanceEnv, REGION } from './instance-env'
import { openCallMetrics, type CallMetrics, type FunctionMetric } from './open-call-metrics'
import type { FunctionLog } from './open-function-log'
import { openPool, type Pool } from './open-pool'
import { eventTooLarge, notFound, refused, unanswered, type Outcome } from './outcome'
import { startInstance, type Instance } from './start-instance'

const MB = 1024 * 1024
const EVENT_LIMIT = 6 * MB
const PHONE_RESULT_LIMIT = MB
const NESTED_RESULT_LIMIT = 6 * MB
const IDLE_MS = 60_000
const INSTANCES = 4

export type Invocation = { name: string; event: string; action?: string; caller: Caller; requestId?: string }

export type Functions = {
  invoke: (invocation: Invocation) => Promise<Outcome>
  instance: (id: number) => Instance | undefined
  metrics: () => FunctionMetric[]
  resetMetrics: () => void
  close: () => void
}

type Options = {
  manifest: CloudManifest
  clock: Clock
  faults: Faults
  log: FunctionLog
  /** Base address of the doors. */
  url: string
  env: Record<string, string>
}

type Room = { fn: FunctionManifest; pool: Pool; metrics: CallMetrics }

/** The functions of the manifest, each with its pool of instances. */
export const openFunctions = ({ manifest, clock, faults, log, url, env }: Options): Functions => {
  const instances = new Map<number, Instance>()
  let lastId = 0

  const start = (fn: FunctionManifest, metrics: CallMetrics): Instance => {
    lastId += 1
    const id = lastId
    const instance = startInstance({
      id,
      workerFile: path.join(__dirname, 'worker.js'),
      setup: {
        entry: path.join(fn.dir, 'index.js'),
        functionName: fn.name,
        envId: manifest.envId,
        region: REGION,
        memoryMb: fn.memoryMb,
        timeoutSeconds: fn.timeoutSeconds,
        offset: clock.offset(),
      },
      env: instanceEnv(manifest, fn, `${url}/admin/${id}`, env),
      onLog: (chunk) => log.write(`${fn.name}#${id}`, chunk),
      onTrip: metrics.countTrip,
    })
    instances.set(id, instance)
    return instance
  }
  const rooms = new Map<string, Room>(
    manifest.functions.map((fn) => {
      const metrics = openCallMetrics()
      return [fn.name, { fn, metrics, pool: openPool(fn.maxInstances ?? INSTANCES, () => start(fn, metrics)) }]
    }),
  )
  clock.onMove(() => rooms.forEach(({ pool }) => pool.each((instance) => instance.setClock(clock.offset()))))
  const sweeper = setInterval(() => {
    rooms.forEach(({ pool }) => pool.reap(IDLE_MS))
    for (const [id, instance] of instances) if (!instance.alive()) instances.delete(id)
  }, IDLE_MS / 2).unref()

  const carryOut = async (room: Room, invocation: Invocation, fault?: Fault): Promise<Outcome> => {
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
    const room = rooms.get(invocation.name)
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
    instance: (id) => instances.get(id),
    metrics: () =>
      [...rooms.values()].map(({ fn, pool, metrics }) => ({
        name: fn.name,
        ...metrics.read(),
        instances: pool.instances(),
        waiting: pool.waiting(),
      })),
    resetMetrics: () => rooms.forEach(({ metrics }) => metrics.reset()),
    close: () => {
      clearInterval(sweeper)
      rooms.forEach(({ pool }) => pool.close())
    },
  }
}
