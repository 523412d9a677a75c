import { deriveId } from 'types/ids'
import { yearRules, type YearRule } from 'types/volunteer-year-rules'
import type { Aggregate } from '../../kit/aggregate'
import { collection } from '../../kit/collection'
import { rounds } from './round-store'

/** What an administrator set, over what came with the product; one document, as there is one union tree. */
export type YearRulesDoc = Aggregate<'kept'> & { sets: YearRule[] }

export const yearRulesStore = collection<YearRulesDoc>('volunteer_rules')
export const yearRulesId = deriveId('volunteer-year-rules')

export const findYearRules = () => yearRulesStore.find(yearRulesId)
export const createYearRules = (doc: YearRulesDoc) => yearRulesStore.insert(doc)

export const setsOf = (doc: YearRulesDoc | null): YearRule[] => {
  const own = doc?.sets ?? []
  return [...yearRules.filter(({ from }) => !own.some((set) => set.from === from)), ...own]
}

/** The rules of every year as they stand. One trip. */
export const readYearRules = async (): Promise<readonly YearRule[]> => setsOf(await findYearRules())

/** Whether the assessment of a year was opened anywhere in the tree. */
export const isAssessed = async (rootId: string, year: number): Promise<boolean> =>
  (await rounds.list({ under: rootId, year }, { limit: 1, fields: ['year'] })).length > 0
