import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { findCampaign, findUnitRank, listStronger, pageUnitRanks } from '../contest/campaign-store'
import type { UnitRankDoc } from '../documents'
import { closedWaiting, findClosed, findPapers, findPlay } from './play-store'
import { toCampaign, toResult } from './views'

export const campaign: Handler<typeof quizContract.campaign> = async ({ campaignId }, { caller, now }) => {
  const [found, play] = await Promise.all([findCampaign(campaignId), findPlay(campaignId, caller.openid)])
  if (!found || found.state === 'draft') throw new AppError('NOT_FOUND')
  return toCampaign(found, play, dateOf(now), now)
}

export const result: Handler<typeof quizContract.result> = async ({ id, campaignId }, { caller }) => {
  const play = await findPlay(campaignId, caller.openid)
  const closed = await findClosed(play, id, campaignId, caller.openid)
  if (!closed) throw new AppError('NOT_FOUND')
  return toResult(campaignId, closed)
}

const summaryFields = ['id', 'level', 'score', 'passed', 'submittedAt'] as const

export const mine: Handler<typeof quizContract.mine> = async ({ campaignId }, { caller }) => {
  const [play, papers] = await Promise.all([
    findPlay(campaignId, caller.openid),
    findPapers(campaignId, caller.openid, summaryFields),
  ])
  const waiting = closedWaiting(play).filter(
    ({ id, openid }) => openid === caller.openid && !papers.some((paper) => paper.id === id),
  )
  return { papers: [...waiting.reverse(), ...papers] }
}

const toRankRow = (row: UnitRankDoc, rank: number) => {
  const { unitId: id, name, players, workers, points } = row
  const rate = workers > 0 ? Math.min(1, players / workers) : 0
  return {
    rank,
    id,
    name,
    players,
    workers,
    rate,
    average: players > 0 ? Math.round((points / players) * 10) / 10 : 0,
    points,
  }
}

/** Units by points per registered worker; the participation rate and the average stand beside it. */
export const ranking: Handler<typeof quizContract.ranking> = async ({ campaignId, page, size }, { caller }) => {
  const [{ items, more }, play] = await Promise.all([
    pageUnitRanks(campaignId, page, size),
    findPlay(campaignId, caller.openid),
  ])
  const rows = items.map((row, index) => toRankRow(row, (page - 1) * size + index + 1))
  const onPage = rows.find(({ id }) => id === play?.unit?.id)
  return { items: rows, more, mine: onPage ?? (await rankOf(campaignId, play?.unit?.id)) }
}

const rankOf = async (campaignId: string, unitId: string | undefined) => {
  const row = unitId ? await findUnitRank(campaignId, unitId) : null
  if (!row) return null
  return toRankRow(row, (await listStronger(campaignId, row.strength)).length + 1)
}
