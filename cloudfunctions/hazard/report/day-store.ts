import { AppError } from 'types/app-error'
import { dateOf, endOfDay } from 'types/calendar'
import { reportsPerDay } from 'types/hazard'
import { deriveId } from 'types/ids'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { fingerprint } from '../../kit/sensitive'

/** How many reports one person made on one day. Who it was, which reports and when stands nowhere; it goes with the day. */
export type ReportDay = { _id: string; count: number; at: Date }

const days = collection<ReportDay>('report_days')

/** A keyed mark of person and day: another one every day, and nothing leads back from it without the key. */
export const reportDayOf = (openid: string, now: Date): string =>
  deriveId('report-day', fingerprint(`report-day/${dateOf(now)}/${openid}`))

const addOne = async (id: string) =>
  (await days.update({ _id: id, count: command.lt(reportsPerDay) }, { count: command.inc(1) })) > 0

const isFirst = (id: string, now: Date) => days.insert({ _id: id, count: 1, at: endOfDay(dateOf(now)) })

/**
 * Counts one report more: one trip, two where two first ones of a day meet.
 * @param known the day's count as it was just read, null where there was none
 * @throws AppError TOO_OFTEN past the day's limit
 */
export const countReport = async (id: string, known: ReportDay | null, now: Date): Promise<void> => {
  const counted = known ? await addOne(id) : (await isFirst(id, now)) || (await addOne(id))
  if (counted) return
  const message = `今天已经上报了 ${reportsPerDay} 条，其余的请明天再报；情况紧急请拨打 12350。`
  throw new AppError('TOO_OFTEN', { message })
}
