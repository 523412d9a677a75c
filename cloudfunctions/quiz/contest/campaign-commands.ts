import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import type { quizContract } from 'types/quiz'
import { campaignMachine } from 'types/quiz-contest'
import { born, move, type OutboxItem } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { Caller } from '../../kit/identity'
import {
  campaigns as campaignStore,
  createCampaign as insertCampaign,
  findCampaign,
  pageCampaigns,
} from './campaign-store'
import { createLevels, levelId, poolId, setLevelState } from './level-store'
import type { CampaignDoc, LevelHead, PoolDoc, QuestionDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { categoriesOf, openBank, type Bank } from './pools'
import { toCampaignRow } from './views'

type NewCampaign = Parameters<Handler<typeof quizContract.createCampaign, NodeDoc>>[0]

const checkRules = ({ opensAt, closesAt, contest }: NewCampaign, bank: Bank) => {
  const fields: Record<string, string> = {}
  if (new Date(closesAt) <= new Date(opensAt)) fields.closesAt = '结束时间要晚于开始时间'
  for (const [index, level] of contest.levels.entries()) {
    const short = bank.shortOf(level)
    if (short !== null)
      fields[`contest.levels.${index}.draw`] = `题库里这样的题只有 ${short} 道，请少抽几题或放宽类别和难度`
  }
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
}

const levelDocs = (campaign: CampaignDoc, pools: readonly QuestionDoc[][][]): (LevelHead | PoolDoc)[] =>
  campaign.levelRules.flatMap((rule, index) => {
    const [level, pool] = [index + 1, pools[index] ?? []]
    const questions = [...new Set(pool.flat().map(({ _id }) => _id))]
    const revision = deriveId('pool', campaign._id, String(level), ...questions)
    const { rules, under, state, opensAt, closesAt } = campaign
    const shared = { level, revision, rules, rule }
    const head = {
      ...shared,
      _id: levelId(campaign._id, level),
      campaignId: campaign._id,
      under,
      state,
      opensAt,
      closesAt,
    }
    return [head, { ...shared, _id: poolId(campaign._id, level), pooledFor: campaign._id, pool, questions }]
  })

/** The campaign an earlier call made, if it was the same call: an id names one campaign of one officer. */
const rowAgain = (before: CampaignDoc | null, node: NodeDoc, caller: Caller) => {
  if (before?.nodeId !== node._id || before.events[0]?.by !== caller.personId) throw new AppError('ALREADY_EXISTS')
  return toCampaignRow(before)
}

export const createCampaign: Handler<typeof quizContract.createCampaign, NodeDoc> = async (
  input,
  { subject: node, caller, now, acting },
) => {
  const before = await findCampaign(input._id)
  if (before) return rowAgain(before, node, caller)
  const { rules, levels } = input.contest
  const bank = await openBank(node.under, categoriesOf(levels))
  checkRules(input, bank)
  const { _id, title, slogan, ruleSet, prizeCap } = input
  const birth = { _id, state: 'draft' as const, under: node.under, subject: `闯关活动「${title}」`, at: now }
  const campaign: CampaignDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId: node._id, title, slogan, rules, levelRules: levels, levels: levels.length, ruleSet, prizeCap },
    ...{ opensAt: new Date(input.opensAt), closesAt: new Date(input.closesAt), players: 0, papers: 0, passed: 0 },
  }
  // Levels first: a campaign that stands has its pools. Left-over levels of a crash are overwritten by the retry.
  await createLevels(levelDocs(campaign, await bank.drawPools(_id, levels)))
  return (await insertCampaign(campaign)) ? toCampaignRow(campaign) : rowAgain(await findCampaign(_id), node, caller)
}

/** Opens or closes; the levels follow at once, and through the outbox should this call die in between. */
export const moveCampaign: Handler<typeof quizContract.moveCampaign, CampaignDoc> = async (
  { version, act },
  { subject, now, acting },
) => {
  const push = [{ to: 'local', kind: 'level-state', payload: { campaignId: subject._id } }] satisfies Omit<
    OutboxItem,
    'id'
  >[]
  const moved = await move(campaignStore, campaignMachine, subject, acting('officer'), act, version, { at: now, push })
  await setLevelState(subject._id, moved.state)
  return toCampaignRow({ ...subject, state: moved.state, version: moved.version })
}

export const campaigns: Handler<typeof quizContract.campaigns, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageCampaigns(node._id, page, size)
  return { items: items.map(toCampaignRow), more }
}
