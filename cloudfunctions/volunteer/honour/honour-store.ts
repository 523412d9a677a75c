import { honourMachine, type HonourAct } from 'types/volunteer-year-award'
import { move, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { HonourDoc } from './honour-doc'

export const honours = collection<HonourDoc>('volunteer_honours')

export const findHonour = (id: string) => honours.find(id)
export const listHonoursById = (ids: readonly string[]) => honours.list({ _id: command.in(ids) })
/** false where the id or a living recommendation of the same stands already. */
export const createHonour = (doc: HonourDoc) => honours.insert(doc)
export const markCertified = (id: string) => honours.update({ _id: id }, { certified: true })

export const pageHonours = (nodeId: string, year: number, { page, size }: { page: number; size: number }) =>
  honours.page(
    { under: nodeId, year },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
    },
  )

export const listShown = (limit: number) => honours.list({ shown: true }, { sort: [['announcedAt', 'desc']], limit })

export const moveHonour = (
  doc: HonourDoc,
  acting: Acting,
  act: HonourAct,
  version: number,
  step: Parameters<typeof move>[6],
) => move(honours, honourMachine, doc, acting, act, version, step)
