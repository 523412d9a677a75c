import type { PersonDoc, StoredGrant } from './documents'

/** Grants as they are stored with a person, and when he must be looked at next for the end of a term. */
export const withTerms = (grants: StoredGrant[]): Pick<PersonDoc, 'grants' | 'termAt'> => {
  const due = grants.flatMap(({ nextAt }) => (nextAt ? [nextAt.getTime()] : []))
  return { grants, termAt: due.length === 0 ? null : new Date(Math.min(...due)) }
}
