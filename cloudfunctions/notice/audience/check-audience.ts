import { AppError } from 'types/app-error'
import { allParts, audienceWords, type Audience } from 'types/notice-audience'
import type { NodeDoc } from '../documents'
import { listNodes } from '../node-store'
import { listActivities, listCampaigns } from './condition-store'

const refuse = (field: string, sentence: string) => new AppError('INVALID_INPUT', { fields: { [field]: sentence } })

/**
 * The audience in words; everything it names must lie where the officer may act.
 * @throws AppError INVALID_INPUT naming what does not
 */
export const wordsOf = async (node: NodeDoc, audience: Audience): Promise<string> => {
  const parts = allParts(audience)
  const idsOf = (pick: (part: (typeof parts)[number]) => string | undefined) => [
    ...new Set(parts.flatMap((part) => pick(part) ?? [])),
  ]
  const [nodeIds, contestIds] = [idsOf(({ nodeId }) => nodeId), idsOf(({ contest }) => contest?.id)]
  const activityIds = idsOf(({ activity }) => activity?.id)
  const others = nodeIds.filter((id) => id !== node._id)
  const [nodes, contests, activities] = await Promise.all([
    others.length > 0 ? listNodes(others) : [],
    contestIds.length > 0 ? listCampaigns(contestIds) : [],
    activityIds.length > 0 ? listActivities(activityIds) : [],
  ])
  const own = [node, ...nodes].filter(({ under }) => under.includes(node._id))
  if (nodeIds.some((id) => !own.some(({ _id }) => _id === id)))
    throw refuse('audience.nodeId', '没有在您的范围内找到这个单位')
  // Whoever may play a contest lies under its union, or it under ours.
  const open = contests.filter(({ under }) => under[0] === node.under[0])
  if (open.length < contestIds.length) throw refuse('audience.contest', '没有找到这个竞赛，请重新选择')
  const seen = activities.filter(({ under }) => under.includes(node._id))
  if (seen.length < activityIds.length) throw refuse('audience.activity', '没有在您的范围内找到这个活动')
  const names = new Map([
    ...own.map(({ _id, name }) => [_id, name] as const),
    ...[...open, ...seen].map(({ _id, title }) => [_id, title] as const),
  ])
  return audienceWords(audience, names)
}
