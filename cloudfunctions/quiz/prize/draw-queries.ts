import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { tempUrls } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc } from '../documents'
import { findDraw, listDraws } from './draw-store'
import type { DrawDoc } from './documents'
import { toDraw, toDrawRow, toDrawSummary } from './views'

/** Anybody may see what was promised, and what became of it. A draw that promises nothing yet is the officers' own. */
const isPublic = ({ commitment }: DrawDoc) => commitment !== null

export const draws: Handler<typeof quizContract.draws> = async ({ campaignId }) => ({
  items: (await listDraws(campaignId)).filter(isPublic).map(toDrawSummary),
})

export const draw: Handler<typeof quizContract.draw> = async ({ id }) => {
  const found = await findDraw(id)
  if (!found || !isPublic(found)) throw new AppError('NOT_FOUND')
  const files = [found.listFile, found.resultFile].flatMap((file) => file ?? [])
  return toDraw(found, await tempUrls(files))
}

export const officeDraws: Handler<typeof quizContract.officeDraws, CampaignDoc> = async (
  _input,
  { subject: contest },
) => ({ items: (await listDraws(contest._id)).map(toDrawRow), period: contest.rules.period })
