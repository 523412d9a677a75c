import { applicantKinds, type ApplicantKind, type AudiencePart } from 'types/notice-audience'
import { applicantsAmong, listApplicants, pageApplicants } from './applicant-store'
import { listByOpenid, listNamed, listReach, listReachOf, type ReachPart, type Recipient } from './audience-store'

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

/** Who is of a part and has a name that begins so, at most `limit`. */
export const namedIn = async (part: AudiencePart, name: string, limit: number, at: Date): Promise<Recipient[]> => {
  const place = placeOf(part)
  if (!isOfApplicants(place)) return listNamed(place, name, limit)
  const applicants = await listByOpenid(await listApplicants(place.nodeId, place.who, at))
  return applicants.filter((one) => one.name?.startsWith(name)).slice(0, limit)
}
