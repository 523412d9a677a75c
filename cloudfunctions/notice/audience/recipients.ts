import { wantedParts, type Audience, type AudiencePart } from 'types/notice-audience'
import type { TemplateKey } from 'types/template-keys'
import { toldNumber } from 'types/told-number'
import { readLeft } from '../inbox/subscriber-store'
import { listPersons, type Recipient } from './audience-store'
import { narrow } from './narrow'
import { pageReach, reachAmong } from './reach'

/** Whom a push goes to: an audience, or for a trial the people named. */
export type Aim = {
  audience: Audience
  template: TemplateKey
  /** Person ids. */
  testers?: readonly string[] | null
}
/** `next`: openid after which the rest begins; null at the end. A page may be empty and not the last. */
export type RecipientPage = { recipients: Recipient[]; next: string | null }

const readPart = async (part: AudiencePart, after: string, limit: number, at: Date) => {
  const { found, end } = await pageReach(part, after, limit, at)
  return { people: await narrow(part, found, at), end }
}

/** Which of these, at most 1000, are of any of the parts; openids. */
const ofAny = async (parts: readonly AudiencePart[], people: readonly Recipient[], at: Date) => {
  const openids = people.map(({ openid }) => openid)
  const ofPart = async (part: AudiencePart) => narrow(part, await reachAmong(part, openids, at), at)
  const found = people.length > 0 ? (await Promise.all(parts.map(ofPart))).flat() : []
  return new Set(found.map(({ openid }) => openid))
}

const without = async (people: readonly Recipient[], except: readonly AudiencePart[], at: Date) => {
  const gone = await ofAny(except, people, at)
  return people.filter(({ openid }) => !gone.has(openid))
}

const onlySubscribed = async (people: Recipient[], template: TemplateKey): Promise<Recipient[]> => {
  const left = people.length > 0 ? await readLeft(people.map(({ openid }) => openid)) : new Map()
  return people.filter(({ openid }) => ((left.get(openid) as Record<string, number> | undefined)?.[template] ?? 0) > 0)
}

const byOpenid = (one: Recipient, other: Recipient) => (one.openid < other.openid ? -1 : 1)

/**
 * The next recipients in order of their openids, each once however many parts he is of; at most 1000 are looked at in
 * each part, and at most `limit` come.
 */
export const listRecipients = async (aim: Aim, after: string, limit: number, at: Date): Promise<RecipientPage> => {
  if (aim.testers) return { recipients: (await listPersons(aim.testers)).sort(byOpenid), next: null }
  const { except = [], without: named = [], subscribed } = aim.audience
  const pages = await Promise.all(wantedParts(aim.audience).map((part) => readPart(part, after, limit, at)))
  // Beyond where the shortest list was read to, somebody may be missing.
  const [end = null] = pages.flatMap((page) => page.end ?? []).sort()
  const known = new Map(pages.flatMap(({ people }) => people.map((one) => [one.openid, one] as const)))
  const merged = [...known.values()].filter(({ openid }) => end === null || openid <= end).sort(byOpenid)
  const taken = merged.slice(0, limit)
  const next = merged.length > limit ? (taken.at(-1)?.openid ?? null) : end
  const asked = taken.filter(({ personId }) => !named.includes(personId))
  const kept = await without(asked, except, at)
  return { recipients: subscribed ? await onlySubscribed(kept, aim.template) : kept, next }
}

/**
 * What an officer may be told of it: of one or two persons named it would say whether they reported, subscribed or were
 * refused. null: fewer than three; 0: nobody is named.
 */
export const toldLeftOut = ({ without: named = [] }: Audience, count: number): number | null =>
  named.length === 0 ? 0 : toldNumber(count)

/** Of those left out by name, how many would get it. */
export const countLeftOut = async ({ audience, template }: Aim, at: Date): Promise<number> => {
  const { except = [], without: named = [], subscribed } = audience
  if (named.length === 0) return 0
  const persons = await listPersons(named)
  const wanted = await ofAny(wantedParts(audience), persons, at)
  const kept = await without(
    persons.filter(({ openid }) => wanted.has(openid)),
    except,
    at,
  )
  return (subscribed ? await onlySubscribed(kept, template) : kept).length
}
