import { dateOf } from 'types/calendar'
import type { TemplateKey } from 'types/notice'
import { countFrom, type VisitSource } from 'types/visit-source'
import { cameBy } from '../../kit/came-by'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { findScanned } from '../audience/audience-store'
import type { SubscriberDoc } from '../documents'

export const subscribers = collection<SubscriberDoc>('subscribers')

type Answer = SubscriberDoc['log'][number]
type Tally = SubscriberDoc['left']

const keepAnswers = 100
/** As many booths and persons as a person's record keeps, twice over. */
const keepCounted = 400

const accepted = ({ results }: Pick<Answer, 'results'>): Tally => {
  const left: Tally = {}
  for (const { template, result } of results) if (result === 'accept') left[template] = (left[template] ?? 0) + 1
  return left
}

const added = (left: Tally, more: Tally) => {
  const sum = { ...left }
  for (const key of Object.keys(more) as TemplateKey[]) sum[key] = (sum[key] ?? 0) + (more[key] ?? 0)
  return sum
}

export const findSubscriber = (openid: string) => subscribers.find(openid)

const elsewhere = 'elsewhere'
const placeOf = ({ place }: Answer) => place ?? elsewhere

const waitingOf = (counted: VisitSource | null, { id, at }: Answer) => {
  const add = counted ? countFrom(counted, 'consents', at) : []
  // The id leads into lists and logs: it holds the answer's, never the person's.
  const item = { id: `${id}.consent`, to: 'counters', kind: 'count', payload: { add } }
  return add.length > 0 ? { item, outboxAt: at } : null
}

/** What the call said of where he came from is not kept, only what counted. */
const logged = ({ id, at, results, place }: Answer, counted: VisitSource | null): Answer => ({
  ...{ id, at, results, ...(place && { place }), ...(counted && { source: counted }) },
})

const isYes = (answer: Pick<Answer, 'results'>) => answer.results.some(({ result }) => result === 'accept')

const idsOf = ({ booth, by }: VisitSource) => [booth, by].flatMap((id) => id ?? [])

/**
 * A person's first yes from somewhere counts for where he came from; the others are his own affair. Where he came from
 * is what he scanned, whatever the call says. While an earlier one waits to be counted, the next is not.
 */
const firstFrom = async (openid: string, before: SubscriberDoc | null, answer: Answer): Promise<VisitSource | null> => {
  if (!answer.source || !isYes(answer) || before?.outboxAt) return null
  const told = (before?.log ?? []).filter(isYes).flatMap(({ source }) => [source?.booth, source?.by])
  const known = new Set([...(before?.countedFor ?? []), ...told])
  const isNew = (id: string | undefined) => id !== undefined && !known.has(id)
  // Even one it was counted for under this very name: a lost code leads elsewhere by now.
  const { booth, by } = cameBy(answer.source, await findScanned(openid))
  return isNew(booth) || isNew(by) ? { ...(isNew(booth) && { booth }), ...(isNew(by) && { by }) } : null
}

const counting = (counted: VisitSource | null, answer: Answer) => {
  const waiting = waitingOf(counted, answer)
  if (!counted || !waiting) return { filter: {}, patch: {} }
  const ids = idsOf(counted)
  return {
    filter: { outboxAt: null, countedFor: command.nin(ids) },
    patch: {
      countedFor: command.push({ each: ids, slice: -keepCounted }),
      ...{ outbox: command.push([waiting.item]), outboxAt: waiting.outboxAt },
    },
  }
}

const addTo = async (openid: string, answer: Answer, counted: VisitSource | null): Promise<boolean> => {
  const steps = Object.entries(accepted(answer)).flatMap(([template, by]) => [
    [`left.${template}`, command.inc(by)],
    [`earned.${template}.${placeOf(answer)}`, command.inc(by)],
  ])
  const log = command.push({ each: [logged(answer, counted)], slice: -keepAnswers })
  const { filter, patch } = counting(counted, answer)
  const whole = { ...Object.fromEntries(steps), log, ...patch, updatedAt: answer.at }
  return (await subscribers.update({ _id: openid, 'log.id': command.neq(answer.id), ...filter }, whole)) > 0
}

const firstEarned = (answer: Answer, more: Tally): SubscriberDoc['earned'] =>
  Object.fromEntries(Object.entries(more).map(([template, by]) => [template, { [placeOf(answer)]: by }]))

const freshDoc = (openid: string, answer: Answer, counted: VisitSource | null): SubscriberDoc => {
  const more = accepted(answer)
  const waiting = waitingOf(counted, answer)
  return {
    ...{ _id: openid, left: more, earned: firstEarned(answer, more), log: [logged(answer, counted)] },
    ...{ countedFor: counted ? idsOf(counted) : [], outbox: waiting ? [waiting.item] : [] },
    ...{ outboxAt: waiting?.outboxAt ?? null, updatedAt: answer.at },
  }
}

/**
 * Books one answer to WeChat's panel: one message more per accepted template, once per answer id, and where it was
 * given. Two trips, a third for a yes that came from somewhere; more where two answers of one person meet.
 * @returns messages left afterwards
 */
export const bookAnswer = async (openid: string, answer: Answer): Promise<Tally> => {
  const before = await findSubscriber(openid)
  if (before?.log.some(({ id }) => id === answer.id)) return before.left
  const more = accepted(answer)
  const counted = await firstFrom(openid, before, answer)
  if (!before && (await subscribers.insert(freshDoc(openid, answer, counted)))) return more
  // Where another answer was counted this very moment, this one is booked without.
  const booked = (await addTo(openid, answer, counted)) || (counted !== null && (await addTo(openid, answer, null)))
  return booked ? added(before?.left ?? {}, more) : ((await findSubscriber(openid))?.left ?? {})
}

/** What is kept of the consents of up to 1000 people: left, earned and spent by template. */
export const listLedger = (openids: readonly string[]) =>
  subscribers.list({ _id: command.in(openids) }, { fields: ['left', 'earned', 'spent'] })

/** Messages left by openid, for up to 1000 people; who never answered is absent. */
export const readLeft = async (openids: readonly string[]): Promise<Map<string, Tally>> => {
  const found = await subscribers.list({ _id: command.in(openids) }, { fields: ['left'] })
  return new Map(found.map(({ _id, left }) => [_id, left]))
}

/** What decides whether up to 1000 people can be reminded now: messages left, and reminders they had. */
export const readStanding = (openids: readonly string[]) =>
  subscribers.list({ _id: command.in(openids) }, { fields: ['left', 'pushDays'] })

/** Reminders of pushes a person had on the Shanghai day. */
export const hadOn = (doc: Pick<SubscriberDoc, 'pushDays'> | undefined, at: Date): number => {
  const today = dateOf(at)
  return (doc?.pushDays ?? []).filter(({ day }) => day === today).length
}

const keepDays = 20
const keepClaims = 20
const claimOf = (claim: string, template: TemplateKey) => `${claim}.${template}`

/**
 * Takes one message each before it is sent, once a claim: carried out again after a crash it changes nothing.
 * @param claim of the messages, one of each person and template
 * @param day Shanghai day of a push, which a person gets so many of; null for what concerns himself
 */
export const spend = (template: TemplateKey, openids: readonly string[], claim: string, day: string | null = null) => {
  const own = claimOf(claim, template)
  return subscribers.update(
    { _id: command.in(openids), [`left.${template}`]: command.gt(0), claims: command.neq(own) },
    {
      ...{ [`left.${template}`]: command.inc(-1), [`spent.${template}`]: command.inc(1) },
      claims: command.push({ each: [own], slice: -keepClaims }),
      ...(day && { pushDays: command.push({ each: [{ day, claim: own }], slice: -keepDays }) }),
    },
  )
}

/** Who of these spent one under this claim. */
export const listSpent = async (template: TemplateKey, openids: readonly string[], claim: string) => {
  const spent = { _id: command.in(openids), claims: claimOf(claim, template) }
  return new Set((await subscribers.list(spent, { fields: ['_id'] })).map(({ _id }) => _id))
}

/**
 * WeChat did not take it for a reason of ours: the person's consent is not used up, nor his share of the day. Once a
 * claim likewise.
 */
export const giveBack = (template: TemplateKey, openids: readonly string[], claim: string) => {
  const own = claimOf(claim, template)
  return subscribers.update(
    { _id: command.in(openids), claims: own },
    {
      ...{ [`left.${template}`]: command.inc(1), [`spent.${template}`]: command.inc(-1) },
      ...{ claims: command.pull(own), pushDays: command.pull({ claim: own }) },
    },
  )
}

/**
 * WeChat knows of no consent (43101), and WeChat's count is the one that holds: nothing is left, but for who has agreed
 * again since it was asked; and nothing was spent. Once a claim likewise.
 * @param askedAt before WeChat was asked
 */
export const setToNone = async (template: TemplateKey, openids: readonly string[], claim: string, askedAt: Date) => {
  const own = claimOf(claim, template)
  const those = { _id: command.in(openids), claims: own, refused: command.neq(own) }
  await subscribers.update({ ...those, updatedAt: command.lt(askedAt) }, { [`left.${template}`]: 0 })
  // The claim stays: whose sender died here is called lost later, and must not spend another.
  await subscribers.update(those, {
    ...{ [`spent.${template}`]: command.inc(-1), pushDays: command.pull({ claim: own }) },
    refused: command.push({ each: [own], slice: -keepClaims }),
  })
}

export const removeSubscriber = (openid: string) => subscribers.remove({ _id: openid })
