import * as z from 'types/zod'
import { AppError } from 'types/app-error'
import { Id, deriveId } from 'types/ids'
import type { OutboxItem } from '../../kit/aggregate'
import type { Work } from '../local-work'
import { teamKey } from './membership'
import { createService, findService, keepService, listServed, type Service, type ServiceDoc } from './service-store'

const attempts = 20
const nothing: Service = { times: 0, minutes: 0 }

const byTeam = (served: Awaited<ReturnType<typeof listServed>>): ServiceDoc['of'] => {
  const of: ServiceDoc['of'] = {}
  for (const { teamId, minutes } of served) {
    if (!teamId) continue
    const sum = of[teamId] ?? nothing
    of[teamId] = { times: sum.times + 1, minutes: sum.minutes + minutes }
  }
  return of
}

/** What each team's totals change by. */
const additions = (before: ServiceDoc['of'], after: ServiceDoc['of']) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((team) =>
    (['times', 'minutes'] as const).flatMap((field) => {
      const by = (after[team] ?? nothing)[field] - (before[team] ?? nothing)[field]
      return by === 0 ? [] : [{ key: teamKey(team), field, by }]
    }),
  )

const itemOf = (id: string, rev: number, add: ReturnType<typeof additions>): OutboxItem => ({
  ...{ id: `${id}.${rev}`, to: 'counters', kind: 'count' },
  payload: { add },
})

const countOnce = async (applicationId: string, year: number, at: Date): Promise<boolean> => {
  const _id = deriveId('team-service', applicationId, String(year))
  // What stands is read before the attendances: of two at once the one that read earlier does not get in.
  const before = await findService(_id)
  const of = byTeam(await listServed(applicationId, year))
  const add = additions(before?.of ?? {}, of)
  if (add.length === 0) return true
  if (before) return (await keepService(before, of, [itemOf(_id, before.rev + 1, add)], at)) > 0
  return createService({ _id, applicationId, year, of, rev: 0, outbox: [itemOf(_id, 0, add)], outboxAt: at })
}

const Served = z.object({ applicationId: Id, year: z.int() })

/**
 * Counts anew what a volunteer did for his teams and passes on the difference, in one write: team totals are exact
 * whatever comes twice, and stay when he leaves or erases himself.
 */
export const countForTeams: Work = async ({ payload }, at) => {
  const { applicationId, year } = Served.parse(payload)
  for (let attempt = 0; attempt < attempts; attempt++) if (await countOnce(applicationId, year, at)) return
  throw new AppError('SERVICE_BUSY', { reason: 'service for a team counted by too many at once' })
}
