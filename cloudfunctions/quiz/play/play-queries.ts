import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { findCampaign } from '../contest/campaign-store'
import { isOver } from './closing'
import { closedWaiting, findPapers, findPlay } from './play-store'
import { readResult } from './read-result'
import { toCampaign } from './views'

export const campaign: Handler<typeof quizContract.campaign> = async ({ campaignId }, { caller, now }) => {
  const [found, play] = await Promise.all([findCampaign(campaignId), findPlay(campaignId, caller.openid)])
  if (!found || found.state === 'draft') throw new AppError('NOT_FOUND')
  return toCampaign(found, play, caller.openid, now)
}

export const result: Handler<typeof quizContract.result> = async (input, { caller, now }) => {
  const play = await findPlay(input.campaignId, caller.openid)
  // The keys of an earlier paper may be those of the one before him.
  if (play?.paper && !isOver(play.paper, now))
    throw new AppError('NOT_ALLOWED_NOW', { message: '手上还有没交的答卷，交卷后再看以前的成绩。' })
  const found = await readResult(play, input, caller.openid, now)
  if (!found) throw new AppError('NOT_FOUND')
  return found
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
