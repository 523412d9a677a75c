import { isDeepStrictEqual } from 'node:util'
import { enterpriseFieldLabels, type EnterpriseFacts } from 'types/org-register'
import { searchTerms } from 'types/text-similarity'
import type { EnterpriseDoc } from '../documents'

export type Change = { field: string; from: string; to: string }

/** The facts of an enterprise as its form holds them; what nobody ever told is empty. */
export const factsOf = (doc: EnterpriseDoc): EnterpriseFacts => ({
  ...{ name: doc.name, industry: doc.industry, flags: doc.flags, hasUnion: doc.hasUnion },
  ...{ workers: doc.workers, teams: doc.teams, code: doc.code ?? '', address: doc.address ?? '' },
  ...{ contactPost: doc.contactPost ?? '', contactPhone: doc.contactPhone ?? '' },
  ...{ dispatched: doc.dispatched ?? 0, newForms: doc.newForms ?? 0 },
})

const flat = ({ flags, ...rest }: EnterpriseFacts): Record<string, unknown> => ({
  ...rest,
  ...Object.fromEntries(Object.entries(flags).map(([name, value]) => [`flags.${name}`, value])),
})

const words = (value: unknown) => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value))

/** Field by field what differs, in the order of the form, as words for the trail. */
export const changesOf = (before: EnterpriseFacts, after: EnterpriseFacts): Change[] => {
  const [old, now] = [flat(before), flat(after)]
  return Object.keys(enterpriseFieldLabels).flatMap((field) =>
    isDeepStrictEqual(old[field], now[field]) ? [] : [{ field, from: words(old[field]), to: words(now[field]) }],
  )
}

/** What is written for these facts: the words it is searched and audited by go along. */
export const patchOf = (facts: EnterpriseFacts) => ({
  ...facts,
  ...{ terms: searchTerms(facts.name), subject: `企业「${facts.name}」` },
})
