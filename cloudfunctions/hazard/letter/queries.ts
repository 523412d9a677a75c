import { toPictures } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import type { StoredEvent } from '../../kit/aggregate'
import { letterMachine, letterWays, addressees, type Addressee, type letterEntries } from 'types/hazard-letter'
import { movesFor } from 'types/state-machine'
import type * as z from 'types/zod'
import { mayRefer } from './correspond'
import type { LetterDoc } from './letter'
import { findLetter, findNodeName, listRegulatorsOf, pageOfLetters } from './letter-store'

type Entries = typeof letterEntries

/** A row as any list shows it. */
export const toLetterRow = (doc: LetterDoc) => {
  const { _id: id, hazardId, hazard, number, state, to, issuer, sent, replyDueAt, createdAt, version } = doc
  const common = { id, hazardId, hazard, number, state, to, replyDueAt, createdAt, version }
  return { ...common, issuer: issuer.name, sentAt: sent?.at ?? null }
}

export const lettersOf: Handler<Entries['letters'], { _id: string }> = async ({ state, page, size }, { subject }) => {
  const { items, more } = await pageOfLetters(subject._id, state, { page, size })
  return { items: items.map(toLetterRow), more }
}

type Facts = Partial<Record<'number' | 'way' | 'words' | 'reason' | 'regulator' | 'union' | 'from', string>>

const wayOf = (way?: string) => letterWays[way as keyof typeof letterWays] ?? ''
const titles: Record<string, (facts: Facts) => { title: string; detail?: string }> = {
  create: () => ({ title: '起草建议函' }),
  revise: () => ({ title: '修改了草稿' }),
  discard: () => ({ title: '决定不发' }),
  send: ({ number, way }) => ({ title: `发出，${wayOf(way)}`, detail: number }),
  reply: ({ words }) => ({ title: '企业书面回复', detail: words }),
  refuse: ({ words }) => ({ title: '企业不采纳建议', detail: words }),
  refer: ({ regulator, union }) => ({ title: '提请监管部门和上级工会', detail: `${regulator}；${union}` }),
  receive: ({ from, number }) => ({
    title: `${addressees[from as Addressee] ?? ''}已收件`,
    detail: `收件编号 ${number ?? ''}`,
  }),
}

const toLine = ({ act, at, data }: StoredEvent) => {
  const line = titles[act]?.(data as Facts)
  return line ? [{ at, ...line, tone: 'done' as const }] : []
}

const actsOf = (doc: LetterDoc, now: Date) => {
  const hasBoth = doc.referral?.regulator.receipt && doc.referral.union.receipt
  const isOpen: Record<string, boolean> = {
    refer: mayRefer(doc, now),
    receive: !hasBoth,
    reply: doc.reply === null,
  }
  return movesFor(letterMachine, doc.state, 'officer')
    .map(({ act }) => act)
    .filter((act) => isOpen[act] ?? true)
}

/** Names the phone proposes for a referral: whom the register knows as this union's regulator and as the union above. */
const proposedFor = async ({ issuer, under }: LetterDoc, asked: boolean) => {
  const line = under.slice(0, under.indexOf(issuer.id) + 1)
  if (!asked || line.length === 0) return { regulator: '', union: '' }
  const [regulators, union] = await Promise.all([listRegulatorsOf(line), findNodeName(line.at(-2) ?? '')])
  const nearest = [...line].reverse().flatMap((id) => regulators.filter(({ serves }) => serves === id))[0]
  return { regulator: nearest?.name ?? '', union: union ?? '' }
}

const toView = async (doc: LetterDoc, now: Date): Promise<z.input<Entries['letter']['output']>> => {
  const { title, facts, laws, suggestion, replyDays, sent, refusal, referral, reply } = doc
  const acts = actsOf(doc, now)
  const files = (reply?.photos ?? []).map((fileId) => ({ fileId, check: 'pass' as const }))
  const [proposed, photos] = await Promise.all([proposedFor(doc, acts.includes('refer')), toPictures(files)])
  return {
    ...{ ...toLetterRow(doc), title, facts, laws, suggestion, replyDays, sent, refusal, referral, proposed, acts },
    reply: reply && { ...reply, photos },
    timeline: doc.events.flatMap(toLine),
  }
}

export const letter: Handler<Entries['letter'], LetterDoc> = (_input, { subject, now }) => toView(subject, now)

export const letterSubject = {
  load: (input: { id: string }) => findLetter(input.id),
  under: (doc: LetterDoc) => doc.under,
}
