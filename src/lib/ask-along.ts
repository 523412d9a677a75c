import type { TemplateKey } from 'types/notice'
import type { ConsentPlace } from 'types/consent-places'
import { dayOf } from '@/lib/clock'
import { readStored, writeStored } from '@/lib/storage'
import type { SubscribeResult } from '@/lib/subscribe-store'

/** Messages a person should have left before he is no longer asked along the way. */
const enough = 3
/** Where WeChat shows no panel, because the person chose so, every tap may add one; up to here. */
const plenty = 20

type Standing = {
  /** Messages still allowed, of the template with the fewest. */
  left: number
  /** Said no to one of them here before. */
  refused: boolean
  /** What WeChat answers by itself for all of them, where the person told it to keep the choice. */
  always: 'accept' | 'reject' | null
  askedToday: boolean
}

/**
 * Whether a tap that does something else may ask for consent as well. Who refused is not asked again on the way (he can
 * still ask for it himself), nobody sees the panel twice a day at one place.
 */
export const mayAskAlong = ({ left, refused, always, askedToday }: Standing): boolean => {
  if (always === 'accept') return left < plenty
  return !refused && always === null && !askedToday && left < enough
}

type Kept = { refused: Record<string, string>; asked: Record<string, string> }
const kept = (): Kept => readStored('subscribe') ?? { refused: {}, asked: {} }

export const hasRefused = (keys: readonly TemplateKey[]) => keys.some((key) => kept().refused[key] !== undefined)

export const wasAskedToday = (place: ConsentPlace, now: Date) => kept().asked[place] === dayOf(now)

/** Keeps what the person answered at a place: a yes takes an earlier no back. */
export const keepAnswers = (
  place: ConsentPlace,
  results: readonly { template: TemplateKey; result: SubscribeResult }[],
  now: Date,
) => {
  const { refused: before, asked } = kept()
  const today = dayOf(now)
  const accepted = results.flatMap(({ template, result }) => (result === 'accept' ? [template] : []))
  const rejected = results.flatMap(({ template, result }) => (result === 'reject' ? [[template, today] as const] : []))
  const standing = Object.entries(before).filter(([template]) => !accepted.some((one) => one === template))
  const refused = Object.fromEntries([...standing, ...rejected])
  writeStored('subscribe', { refused, asked: { ...asked, [place]: today } })
}
