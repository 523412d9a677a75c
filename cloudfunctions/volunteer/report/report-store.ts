import type { ReportState } from 'types/volunteer-report'
import type { Aggregate } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'

export type Figures = { joined: number; present: number; absent: number; minutes: number }

/** What the organiser wrote about one activity, with the figures as they stood then. It names nobody. */
export type ReportDoc = Aggregate<ReportState> & {
  activityId: string
  title: string
  kind: string
  node: { id: string; name: string }
  place: string
  startsAt: Date
  endsAt: Date
  figures: Figures
  words: string
  findings: number
  /** Ids of pictures of the wall. */
  photos: string[]
}

export const reports = collection<ReportDoc>('activity_reports')

export const findReport = (id: string) => reports.find(id)
export const createReport = (doc: ReportDoc) => reports.insert(doc)

type Span = { from: Date; to: Date }
/** Reports of a subtree by the day of their activity, the latest first. */
export const pageOfReports = (nodeId: string, span: Span | null, page: { page: number; size: number }) =>
  reports.page(
    { under: nodeId, ...(span ? { startsAt: command.and(command.gte(span.from), command.lt(span.to)) } : {}) },
    {
      sort: [
        ['startsAt', 'desc'],
        ['_id', 'desc'],
      ],
      ...page,
    },
  )
