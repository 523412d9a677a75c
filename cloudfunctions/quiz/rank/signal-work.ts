import { deriveId } from 'types/ids'
import type { SignalKind } from 'types/quiz-signals'
import { born, type OutboxItem } from '../../kit/aggregate'
import { findPool } from '../contest/level-store'
import type { PaperDoc } from '../documents'
import { playId } from '../play/play-store'
import { deviceEvidence, letterEvidence, mostPlays, speedEvidence, traceOf, twinEvidence } from './evidence'
import type { DeviceDoc, Evidence, SignalDoc, TraceDoc } from './rank-documents'
import { addEvidence, createSignal, deviceId, findDevices, findSharing, putDevice, putTraces } from './signal-store'
import { findUnders } from './register-store'

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

/** Papers on one phone, remembered by who played there. */
const onDevices = async (played: readonly Played[]): Promise<Finding[]> => {
  const told = played.flatMap(({ paper, play }) =>
    paper.device === null ? [] : [{ id: deviceId(paper.campaignId, paper.device), device: paper.device, paper, play }],
  )
  if (told.length === 0) return []
  const ids = [...new Set(told.map(({ id }) => id))]
  const known = new Map((await findDevices(ids)).map((device) => [device._id, device]))
  const findings: Finding[] = []
  for (const id of ids) {
    const here = told.filter((one) => one.id === id)
    const [
      {
        device,
        paper: { campaignId },
      },
    ] = here as [(typeof here)[number]]
    const before = known.get(id)?.plays ?? []
    const plays = [...new Set([...before, ...here.map(({ play }) => play)])].slice(0, mostPlays)
    if (plays.length > before.length) await putDevice({ _id: id, campaignId, plays } satisfies DeviceDoc)
    const latest = here.reduce((at, { paper }) => (paper.submittedAt > at ? paper.submittedAt : at), new Date(0))
    const evidence = deviceEvidence(device, plays, latest)
    if (evidence) findings.push(...plays.map((play) => ({ campaignId, play, kind: 'device' as const, evidence })))
  }
  return findings
}

const both = (campaignId: string, own: TraceDoc, other: Pick<TraceDoc, 'play' | 'at' | 'wrong'>): Finding[] => {
  const evidence = twinEvidence(own, other)
  const mirrored = twinEvidence({ ...own, ...other }, own)
  if (!evidence || !mirrored) return []
  const kind = 'twins' as const
  return [
    { campaignId, play: own.play, kind, evidence },
    { campaignId, play: other.play, kind, evidence: mirrored },
  ]
}

const withTwins = async (played: readonly Played[]): Promise<Finding[]> => {
  const traced = played.flatMap(({ paper, play }) => {
    const trace = traceOf(paper, play)
    return trace ? [{ trace, campaignId: paper.campaignId }] : []
  })
  await putTraces(traced.map(({ trace }) => trace))
  const findings: Finding[] = []
  for (const { trace, campaignId } of traced)
    for (const other of await findSharing(trace.keys, trace.play)) findings.push(...both(campaignId, trace, other))
  return findings
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

const keep = async (finding: Finding, under: string[], now: Date) => {
  const id = deriveId('signal', finding.play, finding.kind)
  if (await addEvidence(id, finding.evidence)) return
  await createSignal(newSignal(finding, id, under, now))
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
