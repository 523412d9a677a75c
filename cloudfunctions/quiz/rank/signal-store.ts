import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { SignalState } from 'types/quiz-signals'
import type { DeviceDoc, Evidence, SignalDoc, TraceDoc } from './rank-documents'

export const signals = collection<SignalDoc>('quiz_signals')
const devices = collection<DeviceDoc>('quiz_devices')
const traces = collection<TraceDoc>('quiz_traces')

export const findSignal = (id: string) => signals.find(id)
export const pageSignals = (campaignId: string, state: SignalState, page: number, size: number) =>
  signals.page(
    { campaignId, state },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
    },
  )
/** Signals for which a player is out of the ranking, the one decided last first. */
export const findExcluding = async (play: string): Promise<SignalDoc[]> =>
  (await signals.list({ play, state: 'excluded' })).sort(
    (a, b) => (b.settled?.at.getTime() ?? 0) - (a.settled?.at.getTime() ?? 0),
  )

const keptEvidence = 10
/** false where no such signal stands, or it knows this evidence already. */
export const addEvidence = async (id: string, evidence: Evidence): Promise<boolean> =>
  (await signals.update(
    { _id: id, 'evidence.key': command.neq(evidence.key) },
    { evidence: command.push({ each: [evidence], slice: -keptEvidence }), updatedAt: evidence.at },
  )) > 0
export const createSignal = (signal: SignalDoc) => signals.insert(signal)

export const deviceId = (campaignId: string, device: string) => `${campaignId}.${device}`
export const findDevices = (ids: readonly string[]) => devices.list({ _id: command.in(ids) })
export const putDevice = (device: DeviceDoc) => devices.put(device)

export const putTraces = (docs: readonly TraceDoc[]) => traces.putNew(docs)
const keysATrip = 300

/** Papers that share four wrong answers with ones that have these keys; a thousand at most for every 300 keys. */
export const findSharing = async (keys: readonly string[]): Promise<TraceDoc[]> => {
  const found: TraceDoc[] = []
  for (let at = 0; at < keys.length; at += keysATrip)
    found.push(...(await traces.list({ keys: command.in(keys.slice(at, at + keysATrip)) })))
  return [...new Map(found.map((trace) => [trace._id, trace])).values()]
}
