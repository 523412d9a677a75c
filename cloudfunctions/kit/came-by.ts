import type { VisitSource } from 'types/visit-source'

/** What a person's record keeps of the codes he scanned: ids of booths, of persons who showed theirs, the latest scans. */
export type Scanned = { booths?: string[]; carriers?: string[]; visits?: { boothId: string; code?: string }[] }

/** How a person's record is joined to another document by his openid in a field `caller`; see kit/joined. */
export const joinScanned = { from: 'people', localField: 'caller', foreignField: '_id', as: 'scanned' } as const

/** The booth a scanned code counts for: a lost one's is where it led when it was scanned last. */
const seatOf = (code: string, { booths = [], visits = [] }: Scanned): string | undefined => {
  const led = [...visits].reverse().find((visit) => visit.code === code)
  return led?.boothId ?? booths.find((id) => id === code)
}

/**
 * Of where a call says its person came from, what he really scanned: nothing else proves it, and what was not scanned
 * counts for nobody. A phone that was not told where a lost code leads says the code; it counts for the booth it led to.
 */
export const cameBy = ({ booth, by }: VisitSource, scanned: Scanned = {}): VisitSource => {
  const seat = booth && seatOf(booth, scanned)
  return { ...(seat && { booth: seat }), ...(by !== undefined && scanned.carriers?.includes(by) && { by }) }
}
