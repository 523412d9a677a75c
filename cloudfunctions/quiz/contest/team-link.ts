import { AppError } from 'types/app-error'
import type { EnterpriseCore } from 'types/documents'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { teamKey } from '../play/team-key'
import { findCampaign } from './campaign-store'

/** The key by which players of a team count for this unit; good as long as the contest runs. */
export const teamLink: Handler<typeof quizContract.teamLink, EnterpriseCore> = async (
  { campaignId },
  { subject: unit },
) => {
  const campaign = await findCampaign(campaignId)
  if (!campaign) throw new AppError('NOT_FOUND')
  if (campaign.state === 'draft') throw new AppError('NOT_ALLOWED_NOW', { message: '活动还没有开始，开始后再发链接。' })
  if (campaign.state === 'closed') throw new AppError('NOT_ALLOWED_NOW', { message: '活动已经结束，不用再发链接了。' })
  return { campaign: campaign.title, unit: unit.name, key: teamKey(campaignId, unit._id) }
}
