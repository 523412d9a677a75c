import { parentPort, workerData } from 'node:worker_threads'
import { gatherPrinted } from './gather-printed'
import { installPlatformDate } from './install-platform-date'
import { loadBundle } from './load-bundle'
import { scfContext } from './scf-context'
import type { CallMessage, FromWorker, ToWorker, WorkerSetup } from './worker-messages'

type Main = (event: unknown, context: unknown) => unknown

const setup = workerData as WorkerSetup
const say = (message: FromWorker): void => parentPort?.postMessage(message)

let offset = setup.offset
installPlatformDate(() => offset)

const flushPrinted = gatherPrinted((text) => say({ type: 'printed', text }))
process.on('exit', flushPrinted)

const describe = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? error.message)
    : typeof error === 'object' && error !== null
      ? JSON.stringify(error)
      : String(error)

/** By then the ways most calls take are compiled. */
const CALLS_BEFORE_KEEPING = 3
let keepCompiled: () => void = () => undefined

const load = (): Main | undefined => {
  try {
    const bundle = loadBundle(setup.entry, setup.functionName)
    const { main } = bundle.exports as { main?: Main }
    keepCompiled = bundle.keepCompiled
    if (typeof main === 'function') return main
    say({ type: 'unloadable', message: 'Cannot find handler index.main' })
  } catch (error) {
    say({ type: 'unloadable', message: describe(error) })
  }
  return undefined
}

let callKeys: string[] = []
const dress = (env: Record<string, string>): void => {
  for (const key of callKeys) Reflect.deleteProperty(process.env, key)
  Object.assign(process.env, env)
  callKeys = Object.keys(env)
}

const answer = async (main: Main, call: CallMessage): Promise<FromWorker> => {
  try {
    dress(call.env)
    const result = await main(JSON.parse(call.event), scfContext(setup, call))
    const json = JSON.stringify(result) ?? 'null'
    if (Buffer.byteLength(json) > call.resultLimit) return { type: 'too-large', id: call.id }
    return { type: 'result', id: call.id, json }
  } catch (error) {
    return { type: 'thrown', id: call.id, message: describe(error) }
  }
}

const main = load()
if (main) {
  parentPort?.on('message', (message: ToWorker) => {
    if (message.type === 'clock') offset = message.offset
    else
      void answer(main, message).then((answered) => {
        flushPrinted()
        say(answered)
        if (message.id === CALLS_BEFORE_KEEPING) keepCompiled()
      })
  })
  say({ type: 'ready' })
}
