import { command } from '../../kit/cloud'
import { collection, type Patch } from '../../kit/collection'
import type { PieceMove, PrizeDoc } from './documents'

export const prizes = collection<PrizeDoc>('quiz_prizes')

const aggregateFields = ['state', 'version', 'under', 'subject', 'seq', 'head', 'events', 'createdAt', 'updatedAt']
const ownFields = ['campaignId', 'title', 'value', 'mode', 'stock', 'left', 'perPerson', 'price', 'place', 'expiresAt']
/** All but the moves: with them one prize could be more than an answer holds. */
const fields = [...aggregateFields, ...ownFields, 'identity']

export const findPrize = async (id: string): Promise<PrizeDoc | null> =>
  (await prizes.list({ _id: id }, { fields, limit: 1 }))[0] ?? null
export const createPrize = (prize: PrizeDoc) => prizes.insert(prize)
/** In the order they were made; a contest has tens of them. */
export const listPrizes = (campaignId: string) =>
  prizes.list(
    { campaignId },
    { sort: [['createdAt', 'asc']], limit: 200, fields: fields.filter((field) => field !== 'events') },
  )
export const findEnded = (now: Date) =>
  prizes.list({ state: 'open', expiresAt: command.lte(now) }, { fields, limit: 50 })

/** Every move that is remembered. */
export const findMoves = async (prizeId: string): Promise<PieceMove[]> =>
  (await prizes.list({ _id: prizeId }, { fields: ['won'], limit: 1 }))[0]?.won ?? []
/** Whether one of these moves is remembered. */
export const hasMove = async (prizeId: string, ids: readonly string[]): Promise<boolean> =>
  (await prizes.list({ _id: prizeId, 'won.id': command.in([...ids]) }, { fields: ['state'], limit: 1 })).length > 0
/** Ids of prizes with moves of pieces from before; what draws set aside is kept. */
export const findUntrimmed = async (before: Date): Promise<string[]> => {
  const old = command.elemMatch({ kind: command.in(['claim', 'back']), at: command.lte(before) })
  const filter = { state: command.in(['open', 'closed']), won: old }
  return (await prizes.list(filter, { fields: ['state'], limit: 5 })).map(({ _id }) => _id)
}

/** Takes pieces out of the stock, all of these moves or none; false where one was made before or too few are left. */
export const takePieces = async (prizeId: string, moves: readonly PieceMove[]): Promise<boolean> => {
  const n = moves.reduce((sum, move) => sum + move.n, 0)
  const fresh = { _id: prizeId, left: command.gte(n), 'won.id': command.nin(moves.map(({ id }) => id)) }
  return (await prizes.update(fresh, { left: command.inc(-n), won: command.push([...moves]) })) > 0
}

/** Gives back a piece that was handed out and came to nothing, once. */
export const returnPiece = (prizeId: string, move: PieceMove) =>
  prizes.update(
    { _id: prizeId, 'won.id': command.nin([move.id]) },
    { left: command.inc(move.n), won: command.push([move]) },
  )

/** Undoes a move that is still remembered, giving back `n` of its pieces. */
export const undoTaking = (prizeId: string, id: string, n: number) =>
  prizes.update({ _id: prizeId, 'won.id': id }, { left: command.inc(n), won: command.pull({ id }) })

export const forgetMoves = (prizeId: string, ids: readonly string[]) =>
  prizes.update({ _id: prizeId }, { won: command.pull({ id: command.in(ids) }) })

/** More or fewer pieces, never fewer than are taken; false where too few are left or somebody was faster. */
export const changePieces = async (prize: PrizeDoc, by: number, patch: Patch): Promise<boolean> => {
  const enough = { _id: prize._id, version: prize.version, left: command.gte(-by) }
  return (await prizes.update(enough, { ...patch, stock: command.inc(by), left: command.inc(by) })) > 0
}
