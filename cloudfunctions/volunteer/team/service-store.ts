import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'
import type { OutboxItem } from '../../kit/aggregate'

export type Service = { times: number; minutes: number }

/** What one volunteer did in a calendar year for each team: what team totals are added up from. It names nobody. */
export type ServiceDoc = Document & {
  applicationId: string
  year: number
  /** By team id. */
  of: Record<string, Service>
  rev: number
  outbox: OutboxItem[]
  outboxAt: Date | null
}

type Attended = Document & { teamId: string | null; state: string; minutes: number }

export const services = collection<ServiceDoc>('team_services')
const attendances = collection<Attended>('attendances')

export const findService = (id: string) => services.find(id)
export const createService = (doc: ServiceDoc) => services.insert(doc)
/** 0 where it was counted anew meanwhile. */
export const keepService = ({ _id, rev }: ServiceDoc, of: ServiceDoc['of'], items: OutboxItem[], at: Date) =>
  services.update({ _id, rev }, { of, rev: rev + 1, outbox: command.push(items), outboxAt: at })

/** Activities a volunteer has served at in a calendar year. */
export const listServed = async (applicationId: string, year: number) =>
  (await attendances.list({ applicationId, year }, { fields: ['teamId', 'state', 'minutes'] })).filter(
    ({ state }) => state === 'served',
  )
