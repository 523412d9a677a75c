import type { Clock } from '../clock/open-clock'
import { timerCaller } from '../functions/caller'
import type { Functions } from '../functions/open-functions'
import type { CloudManifest } from '../manifest/cloud-manifest'
import { nextFire } from './next-fire'
import { parseCron, type Cron } from './parse-cron'

export type Fired = { function: string; timer: string; ok: boolean; errMsg?: string }

export type Timers = {
  /** Fires every timer whose moment has passed since it was last looked at, once each; of one function, where named. */
  runDue: (functionName?: string) => Promise<Fired[]>
  /** Fires the timers of one function, or of all, whatever the time, with the message `all`. */
  runNow: (functionName?: string) => Promise<Fired[]>
  /** Looks for the next moments anew, whatever fell due before. */
  aim: () => void
  close: () => void
}

type Entry = { functionName: string; timer: string; cron: Cron; next: number | undefined }

/** The wait is cut into pieces: a sleeping machine must not make a timer late by more than this. */
const LONGEST_WAIT = 15_000

const entriesOf = (manifest: CloudManifest): Entry[] =>
  manifest.functions.flatMap((fn) =>
    fn.timers.flatMap(({ name, cron: text }) => {
      const cron = parseCron(text)
      return cron ? [{ functionName: fn.name, timer: name, cron, next: undefined }] : []
    }),
  )

/** The functions' timers on the platform clock; `automatic: false` leaves them to `runNow` and moves of the clock. */
export const openTimers = (manifest: CloudManifest, clock: Clock, functions: Functions, automatic: boolean): Timers => {
  const entries = entriesOf(manifest)
  let wait: NodeJS.Timeout | undefined
  const aim = (): void => entries.forEach((entry) => (entry.next = nextFire(entry.cron, clock.now())))

  const fire = async ({ functionName, timer }: Entry, message = ''): Promise<Fired> => {
    const event = { Type: 'Timer', TriggerName: timer, Time: new Date(clock.now()).toISOString(), Message: message }
    const outcome = await functions.invoke({
      name: functionName,
      event: JSON.stringify(event),
      action: `timer:${timer}`,
      caller: timerCaller,
    })
    const fired = { function: functionName, timer, ok: outcome.ok }
    return outcome.ok ? fired : { ...fired, errMsg: outcome.failure.message }
  }
  const isOf = (entry: Entry, functionName?: string) => !functionName || entry.functionName === functionName
  const runDue = (functionName?: string): Promise<Fired[]> => {
    const now = clock.now()
    const due = entries.filter((entry) => isOf(entry, functionName) && entry.next !== undefined && entry.next <= now)
    aim()
    return Promise.all(due.map((entry) => fire(entry)))
  }
  const watch = (): void => {
    const soonest = Math.min(...entries.map((entry) => entry.next ?? Infinity)) - clock.now()
    const look = (): void => {
      void runDue()
      watch()
    }
    wait = setTimeout(look, Math.min(Math.max(soonest, 5), LONGEST_WAIT)).unref()
  }
  aim()
  if (automatic && entries.length > 0) {
    watch()
    clock.onMove(() => {
      clearTimeout(wait)
      watch()
    })
  }
  return {
    runDue,
    aim,
    runNow: (functionName) =>
      Promise.all(entries.filter((entry) => isOf(entry, functionName)).map((entry) => fire(entry, 'all'))),
    close: () => clearTimeout(wait),
  }
}
