import { dueAfterDays } from 'types/calendar'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { messageTo } from '../../kit/message'
import { listOfficersNear } from '../../kit/officers-near'
import type { CampaignDoc, ShortLevel } from '../documents'
import { campaigns, findCampaign } from './campaign-store'

/** Contests with a level that has fewer questions than one paper draws; a handful. */
export const listShort = () => campaigns.list({ isShort: true }, { fields: ['under', 'short'] })

const daysToAct = 3

const tell = async ({ _id, title, under, version }: CampaignDoc, lack: ShortLevel, now: Date) => {
  const values = {
    thing1: '闯关题目不够，请补题',
    thing2: title,
    time3: dueAfterDays(now, daysToAct),
    thing4: `第${lack.level}关要${lack.needs}题，只有${lack.has}题`,
  }
  return (await listOfficersNear(under)).map(({ _id: openid }, index): OutboxItem => {
    const said = { openid, template: 'work-to-do', values, page: 'packages/contest/campaigns' } as const
    const id = `${_id}.short.${lack.level}.${lack.has}.${version}.${index}`
    return { id, ...messageTo({ ...said, trigger: 'questions-short' }) }
  })
}

/**
 * Notes on the contest what a level lacks, or that it lacks nothing any more; the officers are told once when a level
 * becomes short, in the same write.
 */
export const noteShort = async (campaignId: string, level: number, lack: ShortLevel | null, now: Date) => {
  const campaign = await findCampaign(campaignId)
  if (!campaign) return
  const before = campaign.short ?? []
  const known = before.find((one) => one.level === level)
  if (known?.has === lack?.has && known?.needs === lack?.needs) return
  const others = before.filter((one) => one.level !== level)
  const short = lack ? [...others, lack].sort((a, b) => a.level - b.level) : others
  const items = lack && !known ? await tell(campaign, lack, now) : []
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: now } : {}
  await campaigns.update({ _id: campaignId }, { short, isShort: short.length > 0, ...waiting })
}
