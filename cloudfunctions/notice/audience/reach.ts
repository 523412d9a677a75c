import { applicantKinds, type ApplicantKind, type AudiencePart } from 'types/notice-audience'
import { applicantsAmong, pageApplicants } from './applicant-store'
import {
  listByOpenid,
  listNamed,
  listNamedOf,
  listReach,
  listReachOf,
  type ReachPart,
  type Recipient,
} from './audience-store'

/** `end`: openid up to which was looked; null where there is nobody behind. */
export type Reached = { found: Recipient[]; end: string | null }

type ApplicantPart = { nodeId: string; who: ApplicantKind }
const isOfApplicants = (part: ReachPart | ApplicantPart): part is ApplicantPart =>
  (applicantKinds as readonly string[]).includes(part.who)
const placeOf = ({ nodeId, who }: AudiencePart) => ({ nodeId, who }) as ReachPart | ApplicantPart

/** Who is of a part, in order of openids after this one; its conditions are not looked at. */
export const pageReach = async (part: AudiencePart, after: string, limit: number, at: Date): Promise<Reached> => {
  const place = placeOf(part)
  if (isOfApplicants(place)) {
    const { openids, end } = await pageApplicants(place.nodeId, place.who, after, limit, at)
    return { found: await listByOpenid(openids), end }
  }
  const found = await listReach(place, after, limit)
  return { found, end: found.length < limit ? null : (found.at(-1)?.openid ?? null) }
}

/** Which of these are of a part. */
export const reachAmong = async (part: AudiencePart, openids: readonly string[], at: Date): Promise<Recipient[]> => {
  const place = placeOf(part)
  if (!isOfApplicants(place)) return listReachOf(place, openids)
  return listByOpenid(await applicantsAmong(place.nodeId, place.who, openids, at))
}

/** `isWhole` false: there was no time to look at everybody. */
export type Named = { found: Recipient[]; isWhole: boolean }

const step = 1000
/** A call may last 20 s; the phone waits as long. */
const budgetMs = 8_000

// An application has no name to look for: all are read, by thousands.
const namedApplicants = async ({ nodeId, who }: ApplicantPart, name: string, limit: number, at: Date) => {
  const until = Date.now() + budgetMs
  const found: Recipient[] = []
  for (let after: string | null = ''; after !== null && found.length < limit;) {
    if (Date.now() > until) return { found, isWhole: false }
    const page: Awaited<ReturnType<typeof pageApplicants>> = await pageApplicants(nodeId, who, after, step, at)
    found.push(...(await listNamedOf(page.openids, name)))
    after = page.end
  }
  return { found: found.slice(0, limit), isWhole: true }
}

/** Who is of a part and has a name that begins so, at most `limit`. */
export const namedIn = async (part: AudiencePart, name: string, limit: number, at: Date): Promise<Named> => {
  const place = placeOf(part)
  if (isOfApplicants(place)) return namedApplicants(place, name, limit, at)
  return { found: await listNamed(place, name, limit), isWhole: true }
}
