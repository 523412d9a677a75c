import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { RuleSet } from 'types/quiz-rules'
import { isReplay, record, type OutboxItem } from '../../kit/aggregate'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc } from '../documents'
import { campaigns } from './campaign-store'
import { dayProblems, refuse, type Problems } from './check-contest'
import { followCampaign } from './level-store'
import { toCampaignRow } from './views'

type Change = Parameters<Handler<typeof quizContract.changeCampaign, CampaignDoc>>[0]

const changed = (campaign: CampaignDoc, { title, slogan, opensAt, closesAt, attempts }: Change) => ({
  ...{ title, slogan, opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
  rules: { ...campaign.rules, attempts: { ...campaign.rules.attempts, count: attempts } },
})
type Changed = ReturnType<typeof changed>

const atLeast = (attempts: number | null, before: number | null) =>
  attempts === null || (before !== null && attempts >= before)

/** People have planned by these days and used up these attempts: a running contest may only give more of both. */
const unfairness = (before: CampaignDoc, { opensAt, closesAt, rules }: Changed): Problems => ({
  ...(opensAt.getTime() !== before.opensAt.getTime() && { opensAt: '活动已经开始，开始日期不能再改' }),
  ...(closesAt < before.closesAt && { closesAt: '大家按原来的日期安排了答题，只能往后延，不能提前' }),
  ...(!atLeast(rules.attempts.count, before.rules.attempts.count) && {
    attempts: '有人已经按原来的次数答过题，只能加，不能减',
  }),
})

const check = (before: CampaignDoc, after: Changed, now: Date) => {
  const { rules } = after
  const isSound = RuleSet.safeParse({ rules, levels: before.levelRules }).success
  refuse({
    ...dayProblems(after, rules.order, before.levels),
    ...(after.closesAt <= now && { closesAt: '结束日期已经过去，请选今天或以后' }),
    ...(!isSound && { attempts: '这种规则要限次数，不能改成不限' }),
    ...(before.state === 'open' && unfairness(before, after)),
  })
}

const isSame = (campaign: CampaignDoc, { title, slogan, opensAt, closesAt, rules }: Changed) =>
  campaign.title === title &&
  campaign.slogan === slogan &&
  campaign.opensAt.getTime() === opensAt.getTime() &&
  campaign.closesAt.getTime() === closesAt.getTime() &&
  campaign.rules.attempts.count === rules.attempts.count

/** Campaign, then its levels: at once, and through the outbox should this call die in between. */
export const changeCampaign: Handler<typeof quizContract.changeCampaign, CampaignDoc> = async (
  input,
  { subject, now, acting },
) => {
  const after = changed(subject, input)
  if (isReplay(subject, acting('officer'), 'change', input.version) && isSame(subject, after)) {
    countRecorded()
    return toCampaignRow(subject)
  }
  if (subject.state === 'closed') throw new AppError('NOT_ALLOWED_NOW', { message: '活动已经结束，不能再改。' })
  if (subject.state === 'dropped') throw new AppError('NOT_ALLOWED_NOW', { message: '活动已经删除，不能再改。' })
  if (subject.version !== input.version) throw new AppError('CONFLICT')
  check(subject, after, now)
  const push: Omit<OutboxItem, 'id'>[] = [{ to: 'local', kind: 'level-state', payload: { campaignId: subject._id } }]
  const set = { ...after, subject: `闯关活动「${after.title}」` }
  const { version } = await record(campaigns, subject, acting('officer'), 'change', { at: now, set, push })
  const standing = { ...subject, ...after, version }
  await followCampaign(standing)
  return toCampaignRow(standing)
}
