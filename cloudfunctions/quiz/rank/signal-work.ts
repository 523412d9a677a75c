import { deriveId } from 'types/ids'
import { AppError } from 'types/app-error'
import { signalMachine, type SignalKind } from 'types/quiz-signals'
import { born, move, type OutboxItem } from '../../kit/aggregate'
import { findPool } from '../contest/level-store'
import type { PaperDoc } from '../documents'
import { playId } from '../play/play-store'
import { deviceEvidence, letterEvidence, mostPlays, speedEvidence, traceOf, twinEvidence } from './evidence'
import type { Evidence, SignalDoc, TraceDoc } from './rank-documents'
import {
  addEvidence,
  createSignal,
  deviceId,
  findDevices,
  findSharing,
  findSignal,
  putDevice,
  putTraces,
  signals,
} from './signal-store'
import { findUnders } from './register-store'
import { counted } from './signal-counts'

type Finding = { campaignId: string; play: string; kind: SignalKind; evidence: Evidence }
type Played = { paper: PaperDoc; play: string }

const byItself = async ({ paper, play }: Played): Promise<Finding[]> => {
  const { campaignId } = paper
  const pool = await findPool(campaignId, paper.level, paper.revision)
  const found = [
    { kind: 'speed' as const, evidence: pool && speedEvidence(paper, pool) },
    { kind: 'letter' as const, evidence: letterEvidence(paper) },
  ]
  return found.flatMap(({ kind, evidence }) => (evidence ? [{ campaignId, play, kind, evidence }] : []))
}

type OnDevice = Played & { id: string; device: string }

const onOne = async (here: readonly OnDevice[], before: readonly string[]): Promise<Finding[]> => {
  const [first] = here
  if (!first) return []
  const { id, device } = first
  const { campaignId } = first.paper
  const plays = [...new Set([...before, ...here.map(({ play }) => play)])].slice(0, mostPlays)
  const at = new Date(Math.max(...here.map(({ paper }) => paper.submittedAt.getTime())))
  if (plays.length > before.length) await putDevice({ _id: id, campaignId, plays, at })
  const evidence = deviceEvidence(device, plays, at)
  return evidence ? plays.map((play) => ({ campaignId, play, kind: 'device', evidence })) : []
}

/** Papers on one phone, remembered by who played there. */
const onDevices = async (played: readonly Played[]): Promise<Finding[]> => {
  const told = played.flatMap((one): OnDevice[] => {
    const { campaignId, device } = one.paper
    return device === null ? [] : [{ ...one, device, id: deviceId(campaignId, device) }]
  })
  if (told.length === 0) return []
  const ids = [...new Set(told.map(({ id }) => id))]
  const known = new Map((await findDevices(ids)).map(({ _id, plays }) => [_id, plays]))
  const findings: Finding[] = []
  for (const id of ids)
    findings.push(
      ...(await onOne(
        told.filter((one) => one.id === id),
        known.get(id) ?? [],
      )),
    )
  return findings
}

const both = (own: TraceDoc, other: TraceDoc): Finding[] => {
  const evidence = twinEvidence(own, other)
  const mirrored = twinEvidence({ ...own, ...other }, own)
  if (!evidence || !mirrored) return []
  const { campaignId } = own
  return [
    { campaignId, play: own.play, kind: 'twins', evidence },
    { campaignId, play: other.play, kind: 'twins', evidence: mirrored },
  ]
}

/** One paper is compared with so many others: a mistake half the city makes is no copying. */
const mostTwins = 3

/** Others that share a key with this one, the latest first. */
const sharing = (own: TraceDoc, all: readonly TraceDoc[]): TraceDoc[] =>
  all
    .filter(({ play, keys }) => play !== own.play && keys.some((key) => own.keys.includes(key)))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, mostTwins)

const withTwins = async (played: readonly Played[]): Promise<Finding[]> => {
  const traces = played.flatMap(({ paper, play }) => traceOf(paper, play) ?? [])
  if (traces.length === 0) return []
  await putTraces(traces)
  const known = await findSharing([...new Set(traces.flatMap(({ keys }) => keys))])
  return traces.flatMap((own) => sharing(own, known).flatMap((other) => both(own, other)))
}

const clock = { by: 'clock', name: '系统', actor: 'clock', verb: '发现值得核对的成绩' } as const

const newSignal = (
  { campaignId, play, kind, evidence }: Finding,
  id: string,
  under: string[],
  now: Date,
): SignalDoc => {
  const counted = { add: [{ key: `signals.${campaignId}`, field: 'new', by: 1 }] }
  const birth = {
    ...{ _id: id, state: 'new' as const, under, subject: '值得核对的成绩', at: now, data: { kind } },
    push: [{ to: 'counters', kind: 'count', payload: counted }],
  }
  return { ...born(clock, birth), campaignId, play, kind, evidence: [evidence], settled: null }
}

/** Has a cleared signal looked at again, unless it was cleared after `since`; tried again where an officer decides in the very moment. */
const reopen = async (id: string, since: Date, now: Date): Promise<void> => {
  const signal = await findSignal(id)
  if (signal?.state !== 'cleared' || !signal.settled || since <= signal.settled.at) return
  const push = [counted(signal.campaignId, 'cleared', 'new')]
  const acting = { ...clock, verb: '又发现值得核对的情况' }
  try {
    await move(signals, signalMachine, signal, acting, 'reopen', signal.version, { at: now, push })
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    await reopen(id, since, now)
  }
}

const keep = async (finding: Finding, under: string[], now: Date) => {
  const id = deriveId('signal', finding.play, finding.kind)
  if (await addEvidence(id, finding.evidence)) return reopen(id, now, now)
  if (await createSignal(newSignal(finding, id, under, now))) return
  // Known already, of a run that may have died before it had the signal looked at again.
  await reopen(id, finding.evidence.at, now)
}

/**
 * Looks closed papers over for what is worth an officer's look. The same papers may come again after a crash: a signal
 * and each piece of its evidence stand once.
 */
export const lookOver = async (items: readonly OutboxItem[], now: Date) => {
  const papers = items.filter(({ kind }) => kind === 'paper').map(({ payload }) => payload as PaperDoc)
  const played = papers
    .filter(({ openid }) => !openid.startsWith('erased:'))
    .map((paper) => ({ paper, play: playId(paper.campaignId, paper.openid) }))
  if (played.length === 0) return
  const alone: Finding[] = []
  for (const one of played) alone.push(...(await byItself(one)))
  const findings = [...alone, ...(await onDevices(played)), ...(await withTwins(played))]
  if (findings.length === 0) return
  const unders = await findUnders([...new Set(findings.map(({ campaignId }) => campaignId))])
  for (const finding of findings) await keep(finding, unders.get(finding.campaignId) ?? [], now)
}
