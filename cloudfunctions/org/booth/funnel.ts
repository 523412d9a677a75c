import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { FunnelView, funnelEntries } from 'types/org-funnel'
import { boothDayKey, boothKey, boothMonthKey } from 'types/visit-source'
import type * as z from 'types/zod'
import type { Handler } from '../../kit/serve'
import { countsOf, hoursOf, mostBooths, readVisits, series, sumCounts, type Counted } from './funnel-counts'
import { findBatch, pageBooths } from './booth-store'
import { findCampaign } from '../campaign-store'
import type { BoothDoc, NodeDoc } from '../documents'
import { readDriveFunnel } from '../drive/drive-funnel'

/** What is looked at; the node it is looked at from is the subject. */
type Asked = InputOf<(typeof funnelEntries)['funnel']>
export type Funnel = z.output<typeof FunnelView>

const titleOf = async ({ batchId, campaignId }: Asked, booths: readonly BoothDoc[], node: NodeDoc): Promise<string> => {
  if (batchId) return (await findBatch(batchId))?.title ?? '一批展台'
  if (campaignId) return (await findCampaign(campaignId))?.title ?? '活动'
  return booths.length === 1 && booths[0] ? booths[0].name : node.name
}

const daysOf = (day: string): string[] => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length }, (_, index) => `${day.slice(0, 8)}${String(index + 1).padStart(2, '0')}`)
}

const compared = (booths: readonly BoothDoc[], counted: Counted) =>
  booths.map(({ _id: id, name, place, state }) => {
    const values = counted.get(boothKey(id))
    return { id, name, place, state, redirected: values?.redirected ?? 0, counts: countsOf(values) }
  })

/** Scan → people → play → report → register → consent: of each booth, all together, by hours of the day and days of its month. */
const readBoothFunnel = async (node: NodeDoc, asked: Asked, now: Date): Promise<Funnel> => {
  const { boothId, batchId, campaignId, day = dateOf(now) } = asked
  const which = { batchId, campaignId, ...(boothId && { ids: [boothId] }) }
  const { items, more } = await pageBooths(node._id, which, 1, mostBooths)
  if (items.length === 0 && (boothId ?? batchId)) throw new AppError('NOT_FOUND')
  const ids = items.map(({ _id }) => _id)
  const hourKeys = ids.map((id) => boothDayKey(id, day))
  const dayKeys = ids.map((id) => boothMonthKey(id, day.slice(0, 7)))
  const [title, counted] = await Promise.all([
    titleOf(asked, items, node),
    readVisits([...ids.map(boothKey), ...hourKeys, ...dayKeys]),
  ])
  const booths = compared(items, counted)
  return {
    ...{ title, day, booths, more, drive: null, totals: sumCounts(booths.map(({ counts }) => counts)) },
    redirected: booths.reduce((sum, booth) => sum + booth.redirected, 0),
    hours: hoursOf(counted, hourKeys),
    days: daysOf(day).map((date, index) => ({ day: date, counts: series(counted, dayKeys, index + 1) })),
  }
}

export const readFunnel = (node: NodeDoc, asked: Asked, now: Date): Promise<Funnel> =>
  asked.driveId ? readDriveFunnel(node, asked.driveId, asked.day, now) : readBoothFunnel(node, asked, now)

export const funnel: Handler<(typeof funnelEntries)['funnel'], NodeDoc> = (asked, { subject, now }) =>
  readFunnel(subject, asked, now)
