import type { orgContract } from 'types/org-contract'
import type { Moving } from 'types/org-move'
import { listFollowed } from '../../kit/following'
import type { Handler } from '../../kit/serve'
import { graceMs } from '../../kit/following'
import { moveOfCall, type TreeMove } from '../../kit/tree-move'
import type { NodeDoc } from '../documents'
import { findNode } from '../node-store'

/** Functions whose records follow; the room `nodes` of org comes before them. */
export const rooms = ['org', 'volunteer', 'quiz', 'hazard', 'notice', 'desk'] as const
export const nodesRoom = 'org.nodes'

const phaseOf = ({ at, nodesAt }: TreeMove, now: Date): Moving['phase'] => {
  if (nodesAt) return 'records'
  return now.getTime() < at.getTime() + graceMs ? 'waiting' : 'nodes'
}

/** The move that is going on, for who sees the subtree, its old or its new place. */
export const moveState: Handler<typeof orgContract.moveState, NodeDoc> = async (_input, { subject: seat, now }) => {
  const move = await moveOfCall()
  if (!move) return { moving: null }
  const node = await findNode(move.nodeId)
  const isInSight = [...(node?.under ?? []), ...move.leaves, move.nodeId].includes(seat._id)
  if (!isInSight) return { moving: null }
  const works = await listFollowed(move.moveId, [nodesRoom, ...rooms])
  const moving = {
    ...{ moveId: move.moveId, node: { id: move.nodeId, name: move.name }, from: move.from, to: move.to, at: move.at },
    ...{ phase: phaseOf(move, now), rooms: rooms.length },
    roomsDone: works.filter(({ _id, doneAt }) => _id !== nodesRoom && doneAt).length,
    records: works.reduce((sum, { changed }) => sum + changed, 0),
  }
  return { moving }
}

type Step = NodeDoc['events'][number]

const wordsOf = ({ act, data }: Step): string => {
  const { from, to, reason, node, moved } = data as Record<string, string | number | undefined>
  if (act === 'rename' && to) return `“${from ?? ''}”改为“${to}”`
  if (act === 'move') return `从“${from}”移到“${to}”`
  if (act === 'letGo' || act === 'takeIn') return `${node}`
  if (act === 'followed') return `${moved} 条资料已随组织更新`
  return reason ? `${reason}` : ''
}

/** The latest steps of a node itself, latest first. */
export const nodeHistory: Handler<typeof orgContract.nodeHistory, NodeDoc> = async (_input, { subject: node }) => ({
  items: [...node.events].reverse().map((event) => {
    const { seq, at, name, verb } = event
    return { seq, at, name, verb, words: wordsOf(event) }
  }),
})
