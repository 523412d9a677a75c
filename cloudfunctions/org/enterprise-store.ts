import { command } from '../kit/cloud'
import { collection, type Filter } from '../kit/collection'
import type { EnterpriseDoc } from './documents'

export const enterprises = collection<EnterpriseDoc>('enterprises')

type Flag = 'highRisk' | 'nonPublic' | 'small'
export type Wanted = Partial<Record<Flag, boolean | undefined>> & {
  under: string
  terms: readonly string[]
  hasUnion?: boolean | undefined
  state: EnterpriseDoc['state']
}

export const findEnterprise = (id: string) => enterprises.find(id)
/** Those of these ids that are there, at most 1000. */
export const findEnterprises = (ids: readonly string[]) => enterprises.list({ _id: command.in(ids) })
export const createEnterprise = (enterprise: EnterpriseDoc) => enterprises.insert(enterprise)

const filterOf = ({ under, terms, state, hasUnion, ...flags }: Wanted): Filter => ({
  ...(terms.length > 0 ? { terms: command.all(terms) } : {}),
  ...{ under, state },
  ...Object.fromEntries(
    (['highRisk', 'nonPublic', 'small'] as const).flatMap((flag) =>
      flags[flag] === undefined ? [] : [[`flags.${flag}`, flags[flag]]],
    ),
  ),
  ...(hasUnion === undefined ? {} : { hasUnion }),
})

export const pageEnterprises = (wanted: Wanted, { page, size }: { page: number; size: number }) =>
  enterprises.page(filterOf(wanted), { sort: [['name', 'asc']], page, size })

/** At most 20 enterprises whose names hold all terms, whichever union they belong to; none that is closed. */
export const searchEnterprises = (terms: readonly string[]) =>
  enterprises.list({ terms: command.all(terms), state: 'active' }, { limit: 20, fields: ['name', 'nodeName'] })

/** Enterprises with one of these unified social credit codes. */
export const listByCodes = (codes: readonly string[]) =>
  codes.length === 0 ? Promise.resolve([]) : enterprises.list({ code: command.in(codes) })

/** Those of these names within a union, closed ones too. */
export const listNamedEnterprises = (under: string, names: readonly string[]) =>
  enterprises.list({ under, name: command.in(names) })

const namesAtOnce = 1000

/** All names within a union, of enterprises that are not closed. */
export const listEnterpriseNames = async (under: string): Promise<string[]> => {
  const names: string[] = []
  for (let page = 1, more = true; more; page++) {
    const order = { sort: [['name', 'asc']], page, size: namesAtOnce - 1, fields: ['name'] } as const
    const found = await enterprises.page({ under, state: 'active' }, order)
    names.push(...found.items.map(({ name }) => name))
    more = found.more
  }
  return names
}

/** Creates new ones, all in one trip where none stands yet; how many of them did not. */
export const createEnterprises = async (docs: readonly EnterpriseDoc[]): Promise<number> => {
  if (await enterprises.insertAll(docs)) return docs.length
  let made = 0
  // A batch that came before, in part or whole.
  for (const doc of docs) if (await enterprises.insert(doc)) made += 1
  return made
}
