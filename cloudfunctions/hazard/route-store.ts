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

export type PlacedEnterprise = EnterpriseCore & { own: NodeCore[]; above: NodeCore[] }

/** The enterprise with its node and the node above that, joined in the cloud: one trip. */
export const findPlacedEnterprise = async (id: string): Promise<PlacedEnterprise | null> => {
  countTrip()
  const all = database.collection('enterprises') as unknown as Piped
  const found = await all
    .aggregate()
    .match({ _id: id })
    .lookup({ from: 'nodes', localField: 'nodeId', foreignField: '_id', as: 'own' })
    .lookup({ from: 'nodes', localField: 'own.parentId', foreignField: '_id', as: 'above' })
    .end()
  return (found.list[0] as PlacedEnterprise | undefined) ?? null
}

/** The first union of the environment: its desk takes what nobody else would. */
export const findRootUnion = async () =>
  (await nodes.list({ authority: 'union', parentId: null }, { limit: 1 }))[0] ?? null
