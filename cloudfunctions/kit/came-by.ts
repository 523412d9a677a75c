import type { VisitSource } from 'types/visit-source'

/** What a person's record keeps of the codes he scanned: ids of booths, and of persons who showed theirs. */
export type Scanned = { booths?: string[]; carriers?: string[] }

/** How a person's record is joined to another document by his openid in a field `caller`; see kit/joined. */
export const joinScanned = { from: 'people', localField: 'caller', foreignField: '_id', as: 'scanned' } as const

/**
 * Of where a call says its person came from, what he really scanned: nothing else proves it, and what was not scanned
 * counts for nobody.
 */
export const cameBy = ({ booth, by }: VisitSource, scanned: Scanned | undefined): VisitSource => ({
  ...(booth !== undefined && scanned?.booths?.includes(booth) && { booth }),
  ...(by !== undefined && scanned?.carriers?.includes(by) && { by }),
})
