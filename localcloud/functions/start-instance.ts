import { Worker } from 'node:worker_threads'
import type { Caller } from './caller'
import { exited, outOfMemory, resultTooLarge, thrown, timedOut, type Outcome } from './outcome'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-messages'

/** One call as it is handed to an instance. */
export type Task = {
  requestId: string
  caller: Caller
  /** JSON text of the event. */
  event: string
  env: Record<string, string>
  resultLimit: number
  /** Planned death: ms after delivery, or after so many database trips. */
  killAfterMs?: number
  killAfterTrips?: number
}

export type Instance = {
  id: number
  functionName: string
  /** Fulfilled when the bundle is loaded; undefined means ready, a text why it cannot load. */
  loaded: Promise<string | undefined>
  alive: () => boolean
  /** Carries out one call; there is never a second one beside it. */
  run: (task: Task) => Promise<{ outcome: Outcome; trips: number }>
  /** The call being carried out, or the last one. */
  task: () => Task | undefined
  /** Counts one database trip that was carried out; true when the instance must die before it hears the answer. */
  countTrip: () => boolean
  setClock: (offset: number) => void
  kill: () => void
}

export type InstanceOptions = {
  id: number
  workerFile: string
  setup: WorkerSetup
  env: Record<string, string>
  onLog: (line: string) => void
  onTrip: () => void
}

const spawn = ({ workerFile, setup, env, onLog }: InstanceOptions): Worker => {
  const worker = new Worker(workerFile, {
    workerData: setup,
    env,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: setup.memoryMb, maxYoungGenerationSizeMb: Math.ceil(setup.memoryMb / 4) },
  })
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', onLog)
  return worker
}

const outcomeOf = (message: FromWorker): Outcome | undefined => {
  if (message.type === 'result') return { ok: true, json: message.json }
  if (message.type === 'thrown') return thrown(message.message)
  return message.type === 'too-large' ? resultTooLarge() : undefined
}

const isMemoryError = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Starts one instance of a function: a worker thread with an environment and a memory limit of its own. */
export const startInstance = (options: InstanceOptions): Instance => {
  const { setup, id } = options
  const worker = spawn(options)
  let alive = true
  let calls = 0
  let trips = 0
  let task: Task | undefined
  let settle: ((outcome: Outcome) => void) | undefined
  let load: (fault: string | undefined) => void = () => undefined
  const loaded = new Promise<string | undefined>((resolve) => {
    load = resolve
  })
  const say = (message: ToWorker): void => worker.postMessage(message)
  const die = (outcome: Outcome): void => {
    alive = false
    load('exited while loading')
    settle?.(outcome)
    void worker.terminate()
  }
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'ready') return load(undefined)
    if (message.type === 'unloadable') return load(message.message)
    if (message.type === 'printed') return options.onLog(message.text)
    const outcome = outcomeOf(message)
    if (outcome && message.id === calls) settle?.(outcome)
  })
  worker.on('error', (error) => {
    options.onLog(`${error.stack ?? error.message}\n`)
    die(isMemoryError(error) ? outOfMemory(setup.memoryMb) : thrown(error.stack ?? error.message))
  })
  worker.on('exit', () => die(exited()))

  const run = (next: Task): Promise<{ outcome: Outcome; trips: number }> =>
    new Promise((resolve) => {
      task = next
      calls += 1
      trips = 0
      const timer = setTimeout(() => die(timedOut(setup.timeoutSeconds)), setup.timeoutSeconds * 1000)
      const killer = next.killAfterMs === undefined ? undefined : setTimeout(() => die(exited()), next.killAfterMs)
      settle = (outcome) => {
        settle = undefined
        clearTimeout(timer)
        clearTimeout(killer)
        resolve({ outcome, trips })
      }
      const { requestId, event, env, resultLimit } = next
      say({ type: 'call', id: calls, requestId, event, env, resultLimit })
    })

  return {
    id,
    functionName: setup.functionName,
    loaded,
    alive: () => alive,
    run,
    task: () => task,
    countTrip: () => {
      trips += 1
      options.onTrip()
      return settle !== undefined && task?.killAfterTrips === trips
    },
    setClock: (offset) => say({ type: 'clock', offset }),
    kill: () => die(exited()),
  }
}
