import path from 'node:path'
import type { Clock } from '../clock/open-clock'
import type { CloudManifest, FunctionManifest } from '../manifest/cloud-manifest'
import { instanceEnv, REGION } from './instance-env'
import { openCallMetrics, type CallMetrics } from './open-call-metrics'
import type { FunctionLog } from './open-function-log'
import { openPool, type Pool } from './open-pool'
import { startInstance, type Instance } from './start-instance'

export type FunctionRoom = { fn: FunctionManifest; pool: Pool; metrics: CallMetrics }

export type FunctionRooms = {
  room: (name: string) => FunctionRoom | undefined
  all: () => FunctionRoom[]
  /** A living instance by its number. */
  instance: (id: number) => Instance | undefined
  close: () => void
}

export type FunctionRoomOptions = {
  manifest: CloudManifest
  clock: Clock
  log: FunctionLog
  /** Base address of the doors. */
  url: string
  /** Variables given to every function. */
  env: Record<string, string>
}

const IDLE_MS = 60_000
const INSTANCES = 4

/** One room a function: its pool of instances and its figures. */
export const openFunctionRooms = ({ manifest, clock, log, url, env }: FunctionRoomOptions): FunctionRooms => {
  const instances = new Map<number, Instance>()
  let lastId = 0
  const start = (fn: FunctionManifest, onTrip: () => void): Instance => {
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
      onTrip,
    })
    instances.set(id, instance)
    return instance
  }
  const rooms = new Map(
    manifest.functions.map((fn) => {
      const metrics = openCallMetrics()
      const pool = openPool(fn.maxInstances ?? INSTANCES, () => start(fn, metrics.countTrip))
      return [fn.name, { fn, metrics, pool }]
    }),
  )
  const sweeper = setInterval(() => {
    rooms.forEach(({ pool }) => pool.reap(IDLE_MS))
    for (const [id, instance] of instances) if (!instance.alive()) instances.delete(id)
  }, IDLE_MS / 2).unref()
  clock.onMove(() => rooms.forEach(({ pool }) => pool.each((instance) => instance.setClock(clock.offset()))))
  return {
    room: (name) => rooms.get(name),
    all: () => [...rooms.values()],
    instance: (id) => instances.get(id),
    close: () => {
      clearInterval(sweeper)
      rooms.forEach(({ pool }) => pool.close())
    },
  }
}
