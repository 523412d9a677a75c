import type { ClaimRow, DrawRow, DrawView, PrizeRow } from 'types/quiz-prize'
import type * as z from 'types/zod'
import type { ClaimDoc, DrawDoc, PrizeDoc } from './documents'

type Raw<T extends z.ZodType> = z.input<T>

export const toPrize = (prize: PrizeDoc): Raw<typeof PrizeRow> => {
  const { _id: id, campaignId, title, value, mode, stock, left, perPerson, price, place, expiresAt } = prize
  const { state, version } = prize
  return { id, campaignId, title, value, mode, stock, left, perPerson, price, place, expiresAt, state, version }
}

export const toClaim = (claim: ClaimDoc): Raw<typeof ClaimRow> => {
  const { _id: id, prizeTitle, value, code, name, unit, how, state, createdAt: wonAt, expiresAt, version } = claim
  const handed = claim.handed && { at: claim.handed.at, by: claim.handed.by, to: claim.handed.to }
  return { id, prizeTitle, value, code, name, unit, how, state, wonAt, expiresAt, handed, version }
}

const common = (draw: DrawDoc) => {
  const { _id: id, campaignId, title, kind, period, prizes, value, state, commitment, entered } = draw
  const { winnersTotal, withheld, voided } = draw
  return {
    ...{ id, campaignId, title, kind, period, prizes, value, state, commitment, entered },
    ...{ winnersTotal, withheld, voided },
  }
}

export const toDrawSummary = common
export const toDrawRow = (draw: DrawDoc): Raw<typeof DrawRow> => ({
  ...common(draw),
  problem: draw.problem,
  version: draw.version,
})

export const toDraw = (draw: DrawDoc, urls: ReadonlyMap<string, string>): Raw<typeof DrawView> => ({
  ...common(draw),
  winners: draw.state === 'drawn' ? draw.winners : [],
  listUrl: urls.get(draw.listFile ?? '') ?? null,
  resultUrl: urls.get(draw.resultFile ?? '') ?? null,
})
