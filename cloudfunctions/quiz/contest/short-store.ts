import type { MessagePayload } from 'types/documents'
import { dueAfterDays } from 'types/calendar'
import { fitField } from 'types/message-fields'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
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
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  return (await listOfficersNear(under)).map(({ _id: openid }, index): OutboxItem => {
    const payload: MessagePayload = { openid, template: 'work-to-do', data, page: 'packages/contest/campaigns' }
    return { id: `${_id}.short.${lack.level}.${lack.has}.${version}.${index}`, to: 'notice', kind: 'message', payload }
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
