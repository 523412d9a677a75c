import type { EnterpriseCore, NodeCore } from 'types/documents'
import { command } from '../../kit/cloud'
import { collection, type Patch } from '../../kit/collection'
import { campaigns } from '../contest/campaign-store'
import type { CampaignDoc } from '../documents'

const nodes = collection<NodeCore>('nodes')
const enterprises = collection<EnterpriseCore>('enterprises')

export type Registered = Pick<EnterpriseCore, '_id' | 'name' | 'workers' | 'under'>
const registeredFields = ['name', 'workers', 'under'] as const
const pageSize = 900

/** Every enterprise registered under a union that is not closed. */
export const listRegistered = async (nodeId: string): Promise<Registered[]> => {
  const all: Registered[] = []
  for (let page = 1, more = true; more; page++) {
    const order = { sort: [['name', 'asc']], page, size: pageSize, fields: registeredFields } as const
    const found = await enterprises.page({ under: nodeId, state: command.neq('closed') }, order)
    all.push(...found.items)
    more = found.more
  }
  return all
}
export const findRegistered = (ids: readonly string[]): Promise<Registered[]> =>
  enterprises.list({ _id: command.in(ids) }, { fields: registeredFields })

const regionTypes: readonly NodeCore['type'][] = ['geographic', 'industry', 'group']

/** Unions right below this one that stand for more than one enterprise, with their names. */
export const findRegions = async (nodeId: string): Promise<Map<string, string>> => {
  const below = await nodes.list({ authority: 'union', parentId: nodeId }, { fields: ['name', 'type'] })
  return new Map(below.filter(({ type }) => regionTypes.includes(type)).map(({ _id, name }) => [_id, name]))
}

export const findOpenCampaigns = (): Promise<Pick<CampaignDoc, '_id'>[]> =>
  campaigns.list({ state: 'open' }, { fields: ['_id'] })
/** Leaves an item in a campaign's outbox, once. */
export const leaveOnce = (campaignId: string, item: { id: string } & Patch, now: Date) =>
  campaigns.update(
    { _id: campaignId, 'outbox.id': command.neq(item.id) },
    { outbox: command.push([item]), outboxAt: now },
  )

/** Node ids a contest lies under, by contest. */
export const findUnders = async (ids: readonly string[]): Promise<Map<string, string[]>> => {
  const found = await campaigns.list({ _id: command.in(ids) }, { fields: ['under'] })
  return new Map(found.map(({ _id, under }) => [_id, under]))
}
