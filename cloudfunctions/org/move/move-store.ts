import type { AppError } from 'types/app-error'
import { command } from '../../kit/cloud'
import { collection, type Patch } from '../../kit/collection'
import type { TreeMove } from '../../kit/tree-move'
import { transaction } from '../../kit/transaction'
import type { NodeDoc, PersonDoc } from '../documents'
import { read, write } from '../grant-store'
import { booths } from '../booth/booth-store'
import { drives } from '../drive/drive-store'
import { enterprises } from '../enterprise-store'
import { invites } from '../invite-store'
import { nodes } from '../node-store'
import { people } from '../person-store'
import { patiently } from '../patiently'

const moves = collection<TreeMove>('tree_moves', { asStored: true })
const current = 'current'

/** The three nodes and the move that is going on, as the transaction reads them. */
export type Around = { node: NodeDoc | null; to: NodeDoc | null; from: NodeDoc | null; going: TreeMove | null }
export type Switch = { move: TreeMove; node: Patch; from: Patch; to: Patch }
export type Verdict = { refuse: AppError } | { already: true } | Switch

const readAround = async (
  open: Parameters<typeof read>[0],
  nodeId: string,
  fromId: string,
  toId: string,
): Promise<Around> => ({
  going: await read<TreeMove>(open, 'tree_moves', current),
  node: await read<NodeDoc>(open, 'nodes', nodeId),
  to: await read<NodeDoc>(open, 'nodes', toId),
  from: await read<NodeDoc>(open, 'nodes', fromId),
})

/**
 * The switch: the move is written down, and with it the subtree's root and both parents note it, together or not at
 * all. `decide` is pure and may run again with fresher documents.
 */
export const switchTogether = (
  { nodeId, fromId, toId }: { nodeId: string; fromId: string; toId: string },
  decide: (around: Around) => Verdict,
): Promise<AppError | null> =>
  patiently(() =>
    transaction(async (open) => {
      const verdict = decide(await readAround(open, nodeId, fromId, toId))
      // Refusals are returned, not thrown: the SDK rebuilds what a callback throws and loses its kind.
      if ('refuse' in verdict) return verdict.refuse
      if ('already' in verdict) return null
      await open.collection('tree_moves').add({ data: verdict.move })
      await write(open, 'nodes', nodeId, verdict.node)
      await write(open, 'nodes', fromId, verdict.from)
      await write(open, 'nodes', toId, verdict.to)
      return null
    }),
  )

export const noteNodesDone = (moveId: string, nodesAt: Date) => moves.update({ _id: current, moveId }, { nodesAt })
export const endMove = (moveId: string) => moves.remove({ _id: current, moveId })

/** How many nodes, people, enterprises lie in a subtree; three trips at once. */
export const countWithin = async (nodeId: string) => {
  const [below, persons, firms] = await Promise.all([
    nodes.count({ under: nodeId }),
    people.count({ reach: nodeId }),
    enterprises.count({ under: nodeId }),
  ])
  return { nodes: below, people: persons, enterprises: firms }
}

export const listSeats = (ids: readonly string[]) =>
  nodes.list({ _id: command.in(ids) }, { fields: ['name', 'managers', 'under'] })

/** Whether another node of this name stands below that parent. */
export const isNameTaken = async ({ _id, name }: Pick<NodeDoc, '_id' | 'name'>, parentId: string): Promise<boolean> =>
  (await nodes.list({ parentId, name }, { limit: 2, fields: ['_id'] })).some((other) => other._id !== _id)

const one = { limit: 1, fields: ['_id'] }

/** What still belongs to a node: the first kind of thing found, or null where it is empty. */
export const findBelonging = async (
  nodeId: string,
): Promise<'nodes' | 'enterprises' | 'people' | 'booths' | 'invites' | 'drives' | null> => {
  const found = await Promise.all([
    nodes.list({ parentId: nodeId, state: command.neq('closed') }, one),
    enterprises.list({ nodeId }, one),
    people.list({ 'grants.nodeId': nodeId }, one),
    booths.list({ under: nodeId, state: 'open' }, one),
    invites.list({ under: nodeId, state: 'open' }, one),
    drives.list({ nodeId: command.in([nodeId]), state: 'published' }, one),
  ])
  const kinds = ['nodes', 'enterprises', 'people', 'booths', 'invites', 'drives'] as const
  return kinds.find((_, index) => (found[index] ?? []).length > 0) ?? null
}

/** Copies of a node's name follow: where it is a unit's, a booth's or an office's. */
export const renameCopies = async (nodeId: string, nodeName: string): Promise<void> => {
  await enterprises.update({ nodeId }, { nodeName })
  await booths.update({ under: nodeId, nodeId }, { nodeName })
  await invites.update({ under: nodeId, state: 'open', nodeId }, { nodeName })
  await drives.update({ under: nodeId, nodeId }, { nodeName })
}

/** Who holds an office at this node under another name of it. */
export const listUnderOldName = async (nodeId: string, nodeName: string): Promise<PersonDoc[]> =>
  (await people.list({ 'grants.nodeId': nodeId })).filter(({ grants }) =>
    grants.some((grant) => grant.nodeId === nodeId && grant.nodeName !== nodeName),
  )
