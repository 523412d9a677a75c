import { canonicalJson } from './chain'
import { sha256Hex } from './sha256'
import type { YearNumbers, YearResult } from './volunteer-year-rules'

type Listed = { _id: string; evidence: YearNumbers | null; result: YearResult | null }

/** Hash of a sealed list: whose year, on which numbers, with which result; in whatever order they come. */
export const yearListHash = (people: readonly Listed[]): string =>
  sha256Hex(
    canonicalJson(
      people
        .map(({ _id, evidence, result }) => ({ id: _id, evidence, result }))
        .sort((left, right) => (left.id < right.id ? -1 : 1)),
    ),
  )
