import { AppError } from 'types/app-error'
import { record, type Acting } from '../../kit/aggregate'
import { followRoom, followTree, graceMs, listFollowed } from '../../kit/following'
import { releaseLease, takeLease } from '../../kit/lease'
import { nudge } from '../../kit/nudge'
import { newRequestId } from '../../kit/request-id'
import { keepAwake } from '../../kit/tick'
import { moveOfCall, type TreeMove } from '../../kit/tree-move'
import { following, nodesFollowing } from '../following'
import { findNode, nodes } from '../node-store'
import { endMove, noteNodesDone } from './move-store'
import { nodesRoom, rooms } from './progress'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '组织调整完成' }

const moveNodes = async (move: TreeMove): Promise<number> => {
  // Who looked at the tree before the switch goes on reading the old one, and must find it whole.
  if (Date.now() < move.at.getTime() + graceMs) return 0
  const work = await followRoom(nodesRoom, nodesFollowing, move, move.at)
  if (work?.doneAt) await noteNodesDone(move.moveId, work.doneAt)
  else if (work?.startedAt) nudge('org')
  return 1
}

const noteFollowed = async ({ nodeId, moveId }: TreeMove, moved: number, now: Date) => {
  const node = await findNode(nodeId)
  if (!node || node.events.some(({ act, data }) => act === 'followed' && data.moveId === moveId)) return
  await record(nodes, node, clock, 'followed', { at: now, data: { moveId, moved } })
}

// Nobody reads an old lineage any more, so nothing new is written with one: the move is over for everybody at once.
const endWhereDone = async (move: TreeMove, now: Date): Promise<number> => {
  const works = await listFollowed(move.moveId, [nodesRoom, ...rooms])
  const done = works.filter(({ doneAt }) => doneAt)
  if (done.length <= rooms.length) return 0
  try {
    await noteFollowed(
      move,
      works.reduce((sum, { changed }) => sum + changed, 0),
      now,
    )
  } catch (thrown) {
    // Somebody renamed it this very moment; the next minute notes it.
    if (thrown instanceof AppError && thrown.code === 'CONFLICT') return 0
    throw thrown
  }
  // A backup under way holds the drainers: what it has copied already still needs the move it will copy at the end.
  const lease = await takeLease('org.drain', newRequestId(), now)
  if (!lease) return 0
  await endMove(move.moveId)
  await releaseLease(lease)
  return 1
}

/** Org's part in a move: the nodes first, then its own records; the end once every function is done. */
export const moveOn = async (now: Date): Promise<number> => {
  const move = await moveOfCall()
  if (!move) return 0
  await keepAwake(rooms, now)
  if (!move.nodesAt) return moveNodes(move)
  return (await followTree('org', following)) + (await endWhereDone(move, now))
}
