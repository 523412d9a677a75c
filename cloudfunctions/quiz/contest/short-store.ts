import type { MessagePayload, PersonDocumentCore } from 'types/documents'
import { dueAfterDays } from 'types/calendar'
import { fitField } from 'types/message-fields'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { CampaignDoc, ShortLevel } from '../documents'
import { campaigns, findCampaign } from './campaign-store'

const people = collection<PersonDocumentCore>('people')

/** Contests with a level that has fewer questions than one paper draws; a handful. */
export const listShort = () => campaigns.list({ isShort: true }, { fields: ['under', 'short'] })

/** openids of the officers of the lowest of these nodes (root first) that has any. */
const officersNear = async (under: readonly string[]): Promise<string[]> => {
  const found = await people.list({ 'grants.nodeId': command.in(under) }, { fields: ['grants'] })
  const of = (nodeId: string) =>
    found.filter(({ grants }) => grants.some((grant) => grant.role === 'officer' && grant.nodeId === nodeId))
  const node = [...under].reverse().find((nodeId) => of(nodeId).length > 0)
  return node ? of(node).map(({ _id }) => _id) : []
}

const daysToAct = 3

const tell = async ({ _id, title, under, version }: CampaignDoc, lack: ShortLevel, now: Date) => {
  const values = {
    thing1: '闯关题目不够，请补题',
    thing2: title,
    time3: dueAfterDays(now, daysToAct),
    thing4: `第${lack.level}关要${lack.needs}题，只有${lack.has}题`,
  }
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  return (await officersNear(under)).map((openid, index): OutboxItem => {
    const payload: MessagePayload = { openid, template: 'work-to-do', data, page: 'packages/office/campaigns' }
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
