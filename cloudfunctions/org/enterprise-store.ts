import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { EnterpriseDoc } from './documents'

export const enterprises = collection<EnterpriseDoc>('enterprises')

type Wanted = { under: string; terms: readonly string[]; highRisk: boolean | undefined; page: number; size: number }

export const findEnterprise = (id: string) => enterprises.find(id)
export const createEnterprise = (enterprise: EnterpriseDoc) => enterprises.insert(enterprise)

export const pageEnterprises = ({ under, terms, highRisk, page, size }: Wanted) =>
  enterprises.page(
    {
      ...(terms.length > 0 ? { terms: command.all(terms) } : {}),
      under,
      ...(highRisk === undefined ? {} : { 'flags.highRisk': highRisk }),
    },
    { sort: [['name', 'asc']], page, size },
  )

/** At most 20 enterprises whose names hold all terms, whichever union they belong to. */
export const searchEnterprises = (terms: readonly string[]) =>
  enterprises.list({ terms: command.all(terms) }, { limit: 20, fields: ['name', 'nodeName'] })
