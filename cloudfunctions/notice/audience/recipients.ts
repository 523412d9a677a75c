import type { Audience, AudiencePart } from 'types/notice-audience'
import type { TemplateKey } from 'types/template-keys'
import { readLeft } from '../inbox/subscriber-store'
import { listPersons, listReach, listReachOf, type Recipient } from './audience-store'
import { narrow } from './narrow'

/** Whom a push goes to: an audience, or for a trial the people named. */
export type Aim = {
  /** Person ids. */
  audience: Audience
  template: TemplateKey
  testers?: readonly string[] | null
}
/** `next`: openid after which the rest begins; null at the end. A page may be empty and not the last. */
export type RecipientPage = { recipients: Recipient[]; next: string | null }

const readPart = async (part: AudiencePart, after: string, limit: number, at: Date) => {
  const found = await listReach(part, after, limit)
  const end = found.length < limit ? null : (found.at(-1)?.openid ?? null)
  return { people: await narrow(part, found, at), end }
}

const without = async (people: readonly Recipient[], except: readonly AudiencePart[], at: Date) => {
  const openids = people.map(({ openid }) => openid)
  const ofPart = async (part: AudiencePart) => narrow(part, await listReachOf(part, openids), at)
  const out = people.length > 0 ? (await Promise.all(except.map(ofPart))).flat() : []
  const gone = new Set(out.map(({ openid }) => openid))
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
  const { also = [], except = [], subscribed, ...first } = aim.audience
  const pages = await Promise.all([first, ...also].map((part) => readPart(part, after, limit, at)))
  // Beyond where the shortest list was read to, somebody may be missing.
  const [end = null] = pages.flatMap((page) => page.end ?? []).sort()
  const known = new Map(pages.flatMap(({ people }) => people.map((one) => [one.openid, one] as const)))
  const merged = [...known.values()].filter(({ openid }) => end === null || openid <= end).sort(byOpenid)
  const taken = merged.slice(0, limit)
  const next = merged.length > limit ? (taken.at(-1)?.openid ?? null) : end
  const kept = await without(taken, except, at)
  return { recipients: subscribed ? await onlySubscribed(kept, aim.template) : kept, next }
}
