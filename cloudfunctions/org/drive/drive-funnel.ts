import { AppError } from 'types/app-error'
import { addDays, dateOf, daysBetween, type CalendarDate } from 'types/calendar'
import type { BoothCore } from 'types/documents'
import { monthsBetween } from 'types/drive-form'
import type { FunnelView } from 'types/org-funnel'
import { boothDayKey, boothMonthKey, visitField } from 'types/visit-source'
import type * as z from 'types/zod'
import { countsOf, hoursOf, mostBooths, readVisits, series, sumCounts, type Counted } from '../booth/funnel-counts'
import type { NodeDoc } from '../documents'
import { findDrive } from './drive-store'
import { listBoothsOf, listContests } from './parts-store'

type Funnel = z.output<typeof FunnelView>

const daysOf = (from: CalendarDate, to: CalendarDate): CalendarDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
const monthOf = (day: CalendarDate) => day.slice(0, 7)
const dateIn = (day: CalendarDate) => Number(day.slice(8))
/** The nearest day of the span. */
const within = (day: CalendarDate, from: CalendarDate, to: CalendarDate) => (day < from ? from : day > to ? to : day)

/** What one booth brought in these days, and nothing of what it brought before or after them. */
const rowIn = (days: readonly CalendarDate[], counted: Counted) => (booth: BoothCore) => {
  const { _id: id, name, place, state } = booth
  const parts = days.map((day) => ({ values: counted.get(boothMonthKey(id, monthOf(day))), at: dateIn(day) }))
  return {
    ...{ id, name, place, state },
    redirected: parts.reduce((sum, { values, at }) => sum + (values?.[visitField('redirected', at)] ?? 0), 0),
    counts: sumCounts(parts.map(({ values, at }) => countsOf(values, (stage) => visitField(stage, at)))),
  }
}

/**
 * Scan → people → play → report → register → consent in the days of a drive, over the booths that show one of its
 * contests and those taken into it by hand.
 * @throws AppError NOT_FOUND where the drive is not held at the node or below it
 */
export const readDriveFunnel = async (
  node: NodeDoc,
  driveId: string,
  asked: CalendarDate | undefined,
  now: Date,
): Promise<Funnel> => {
  const drive = await findDrive(driveId)
  if (!drive?.under.includes(node._id)) throw new AppError('NOT_FOUND')
  const { from, to, goals, theme: title } = drive
  const contests = await listContests({ driveId, ids: drive.contests })
  const found = await listBoothsOf(drive, contests, mostBooths + 1)
  const stands = found.slice(0, mostBooths)
  const ids = stands.map(({ _id }) => _id)
  const [days, day] = [daysOf(from, to), within(asked ?? dateOf(now), from, to)]
  const keysIn = (month: string) => ids.map((id) => boothMonthKey(id, month))
  const hourKeys = ids.map((id) => boothDayKey(id, day))
  const counted = await readVisits([...hourKeys, ...monthsBetween(from, to).flatMap(keysIn)])
  const booths = stands.map(rowIn(days, counted))
  return {
    ...{ title, day, booths, more: found.length > mostBooths, drive: { from, to, goals } },
    totals: sumCounts(booths.map(({ counts }) => counts)),
    redirected: booths.reduce((sum, one) => sum + one.redirected, 0),
    hours: hoursOf(counted, hourKeys),
    days: days.map((one) => ({ day: one, counts: series(counted, keysIn(monthOf(one)), dateIn(one)) })),
  }
}
