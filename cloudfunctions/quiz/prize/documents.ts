import type { DrawKind } from 'types/draw-list'
import type { ClaimState, DrawState, PrizeState } from 'types/prize-machines'
import type { Rules } from 'types/quiz-rules'
import type { Aggregate } from '../../kit/aggregate'

/**
 * One change of what is left, remembered until nobody can carry it out a second time: a piece taken for a claim, one
 * that came back, pieces set aside for a draw.
 */
export type PieceMove = { id: string; kind: 'claim' | 'back' | 'draw'; n: number; at: Date }

export type PrizeDoc = Aggregate<PrizeState> & {
  campaignId: string
  title: string
  /** Fen. */
  value: number
  mode: 'stock' | 'draw'
  /** Pieces there are, and pieces nobody has. */
  stock: number
  left: number
  perPerson: number
  price: { chances: number; level: number | null; points: number }
  place: string
  /** Asked for and handed over until then. */
  expiresAt: Date
  /** What the rules of the contest ask a player to have told. */
  identity: Rules['identity']
  /** Thousands of them on the day of a rush: read by `findMoves` alone. */
  won?: PieceMove[]
}

/** What a player asked for, on his play: it decides whether he has the piece or his chances back. */
export type Asking = {
  /** Of the claim it becomes. */
  id: string
  prizeId: string
  title: string
  cost: number
  at: Date
  state: 'asking' | 'won' | 'none'
}

export type ClaimDoc = Aggregate<ClaimState> & {
  campaignId: string
  prizeId: string
  prizeTitle: string
  value: number
  place: string
  playId: string
  openid: string
  /** Masked; null where he has told none. */
  name: string | null
  unit: string | null
  how: 'stock' | 'draw'
  drawId: string | null
  code: string
  expiresAt: Date
  /** Whether he was told that it is about to expire, or needs not be. */
  warned: boolean
  /** Whether an expired piece is back in the stock. */
  returned: boolean
  /** `name`: sealed. */
  handed: { at: Date; by: string; to: string; name: string } | null
}

export type DrawPrize = { prizeId: string; title: string; count: number }
export type DrawDoc = Aggregate<DrawState> & {
  campaignId: string
  title: string
  kind: DrawKind
  /** null: the whole contest. */
  period: string | null
  prizes: DrawPrize[]
  value: { name: string; where: string; at: Date }
  identity: Rules['identity']
  /** Sealed until the draw is done, and its hash. */
  seed: string | null
  seedHash: string | null
  /** Name of the pieces set aside: another one with each try. */
  reservation: string | null
  commitment: { seedHash: string; listHash: string; entries: number; committedAt: Date } | null
  listFile: string | null
  resultFile: string | null
  entered: { text: string; at: Date } | null
  /** The first 200; the result file has them all. */
  winners: { mark: string; prize: number }[]
  winnersTotal: number
  withheld: number
  voided: string | null
  problem: string | null
}

/** An exported sheet with personal data: gone from the storage after an hour. */
export type ExportDoc = { _id: string; fileId: string; at: Date }
