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
  findAnyCampaign,
  listRunningOf,
  pageCampaigns,
} from './campaign-store'
import { createLevels, followCampaign, levelId, poolId } from './level-store'
import type { CampaignDoc, LevelHead, PoolDoc, QuestionDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { dayProblems, drawProblems, refuse } from './check-contest'
import { categoriesOf, openBank, type Bank } from './pools'
import { toCampaignRow } from './views'
import { checkDrive } from './drive-store'

type NewCampaign = Parameters<Handler<typeof quizContract.createCampaign, NodeDoc>>[0]

const checkRules = ({ opensAt, closesAt, contest: { rules, levels } }: NewCampaign, bank: Bank) => {
  const days = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) }
  refuse({ ...dayProblems(days, rules.order, levels.length), ...drawProblems(levels, bank) })
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
  const before = await findAnyCampaign(input._id)
  if (before) return rowAgain(before, node, caller)
  await checkDrive(input.driveId, node.under)
  const { rules, levels } = input.contest
  const bank = await openBank(node.under, categoriesOf(levels))
  checkRules(input, bank)
  const { _id, title, slogan, ruleSet, prizeCap } = input
  const birth = { _id, state: 'draft' as const, under: node.under, subject: `闯关活动「${title}」`, at: now }
  const campaign: CampaignDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId: node._id, title, slogan, rules, levelRules: levels, levels: levels.length, ruleSet, prizeCap },
    ...{ opensAt: new Date(input.opensAt), closesAt: new Date(input.closesAt), players: 0, papers: 0, passed: 0 },
    driveId: input.driveId ?? null,
  }
  // Levels first: a campaign that stands has its pools. Left-over levels of a crash are overwritten by the retry.
  await createLevels(levelDocs(campaign, await bank.drawPools(_id, levels)))
  return (await insertCampaign(campaign)) ? toCampaignRow(campaign) : rowAgain(await findAnyCampaign(_id), node, caller)
}

/** Opens, closes or deletes; the levels follow at once, and through the outbox should this call die in between. */
export const moveCampaign: Handler<typeof quizContract.moveCampaign, CampaignDoc> = async (
  { version, act },
  { subject, now, acting },
) => {
  const push = [{ to: 'local', kind: 'level-state', payload: { campaignId: subject._id } }] satisfies Omit<
    OutboxItem,
    'id'
  >[]
  const moved = await move(campaignStore, campaignMachine, subject, acting('officer'), act, version, { at: now, push })
  const { state, version: next } = moved
  await followCampaign({ ...subject, state, updatedAt: now })
  return toCampaignRow({ ...subject, state, version: next })
}

export const campaigns: Handler<typeof quizContract.campaigns, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const [{ items, more }, above] = await Promise.all([
    pageCampaigns(node._id, page, size),
    page === 1 ? listRunningOf(node.under.slice(0, -1)) : [],
  ])
  return { items: items.map(toCampaignRow), more, above: above.map(toCampaignRow) }
}
