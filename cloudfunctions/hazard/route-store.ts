import type { BoothCore, EnterpriseCore, NodeCore } from 'types/documents'
import { database } from '../kit/cloud'
import { collection } from '../kit/collection'
import { countTrip } from '../kit/current-call'

const nodes = collection<NodeCore>('nodes')
const enterprises = collection<EnterpriseCore>('enterprises')
const booths = collection<BoothCore>('booths')

export const findNode = (id: string) => nodes.find(id)
export const findEnterprise = (id: string) => enterprises.find(id)
export const findBooth = (id: string) => booths.find(id)

type Pipeline = {
  match(condition: object): Pipeline
  lookup(join: { from: string; localField: string; foreignField: string; as: string }): Pipeline
  end(): Promise<{ list: unknown[] }>
}
type Piped = { aggregate(): Pipeline }

/** With every node from the root down to its own, in no order. */
export type InLine<Core> = Core & { line: NodeCore[] }

const findInLine = async <Core>(name: string, id: string): Promise<InLine<Core> | null> => {
  countTrip()
  const all = database.collection(name) as unknown as Piped
  const found = await all
    .aggregate()
    .match({ _id: id })
    .lookup({ from: 'nodes', localField: 'under', foreignField: '_id', as: 'line' })
    .end()
  return (found.list[0] as InLine<Core> | undefined) ?? null
}

/** With the nodes above, joined in the cloud: one trip. */
export const findEnterpriseInLine = (id: string) => findInLine<EnterpriseCore>('enterprises', id)
export const findBoothInLine = (id: string) => findInLine<BoothCore>('booths', id)

/** The first union of the environment: its desk takes what nobody else would. */
export const findRootUnion = async () =>
  (await nodes.list({ authority: 'union', parentId: null }, { limit: 1 }))[0] ?? null
