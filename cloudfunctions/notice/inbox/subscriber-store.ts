import type { TemplateKey } from 'types/notice'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { SubscriberDoc } from '../documents'

const subscribers = collection<SubscriberDoc>('subscribers')

type Answer = SubscriberDoc['log'][number]

const keepAnswers = 100

const accepted = ({ results }: Answer): Partial<Record<TemplateKey, number>> => {
  const left: Partial<Record<TemplateKey, number>> = {}
  for (const { template, result } of results) if (result === 'accept') left[template] = (left[template] ?? 0) + 1
  return left
}

const added = (left: SubscriberDoc['left'], more: SubscriberDoc['left']) => {
  const sum = { ...left }
  for (const key of Object.keys(more) as TemplateKey[]) sum[key] = (sum[key] ?? 0) + (more[key] ?? 0)
  return sum
}

export const findSubscriber = (openid: string) => subscribers.find(openid)

const addTo = async (openid: string, answer: Answer): Promise<boolean> => {
  const steps = Object.entries(accepted(answer)).map(([template, by]) => [`left.${template}`, command.inc(by)])
  const log = command.push({ each: [answer], slice: -keepAnswers })
  const patch = { ...Object.fromEntries(steps), log, updatedAt: answer.at }
  return (await subscribers.update({ _id: openid, 'log.id': command.neq(answer.id) }, patch)) > 0
}

/**
 * Books one answer to WeChat's panel: one message more per accepted template, once per answer id. Two trips, a third
 * where two answers of a new person meet.
 * @returns messages left afterwards
 */
export const bookAnswer = async (openid: string, answer: Answer): Promise<SubscriberDoc['left']> => {
  const before = await findSubscriber(openid)
  if (before?.log.some(({ id }) => id === answer.id)) return before.left
  const more = accepted(answer)
  if (!before && (await subscribers.insert({ _id: openid, left: more, log: [answer], updatedAt: answer.at })))
    return more
  const booked = await addTo(openid, answer)
  return booked ? added(before?.left ?? {}, more) : ((await findSubscriber(openid))?.left ?? {})
}

/** Messages left by openid, for up to 1000 people; who never answered is absent. */
export const readLeft = async (openids: readonly string[]): Promise<Map<string, SubscriberDoc['left']>> => {
  const found = await subscribers.list({ _id: command.in(openids) }, { fields: ['left'] })
  return new Map(found.map(({ _id, left }) => [_id, left]))
}

const keepClaims = 20
const claimOf = (claim: string, template: TemplateKey) => `${claim}.${template}`

/**
 * Takes one message each before it is sent, once a claim: carried out again after a crash it changes nothing.
 * @param claim of the messages, one of each person and template
 */
export const spend = (template: TemplateKey, openids: readonly string[], claim: string) => {
  const own = claimOf(claim, template)
  return subscribers.update(
    { _id: command.in(openids), [`left.${template}`]: command.gt(0), claims: command.neq(own) },
    { [`left.${template}`]: command.inc(-1), claims: command.push({ each: [own], slice: -keepClaims }) },
  )
}

/** WeChat did not take it for a reason of ours: the person's consent is not used up. Once a claim likewise. */
export const giveBack = (template: TemplateKey, openids: readonly string[], claim: string) => {
  const own = claimOf(claim, template)
  return subscribers.update(
    { _id: command.in(openids), claims: own },
    { [`left.${template}`]: command.inc(1), claims: command.pull(own) },
  )
}

/** WeChat knows of no consent (43101), and WeChat's count is the one that holds. */
export const setToNone = (template: TemplateKey, openids: readonly string[]) =>
  subscribers.update({ _id: command.in(openids) }, { [`left.${template}`]: 0 })

export const removeSubscriber = (openid: string) => subscribers.remove({ _id: openid })
