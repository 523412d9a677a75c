import type { CalendarDate } from 'types/calendar'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { DriveDoc } from './drive'

export const drives = collection<DriveDoc>('drives')

export const findDrive = (id: string) => drives.find(id)
export const createDrive = (drive: DriveDoc) => drives.insert(drive)

const latestFirst = [
  ['from', 'desc'],
  ['_id', 'asc'],
] as const
const mostOfLine = 200

/** Drives of a union and those below it. */
export const pageDrives = (nodeId: string, page: number, size: number) =>
  drives.page({ under: nodeId, state: command.neq('withdrawn') }, { sort: latestFirst, page, size })

/** Drives these unions hold themselves that touch a span of days. */
export const listTouching = (nodeIds: readonly string[], from: CalendarDate, to: CalendarDate) =>
  drives.list({ nodeId: command.in(nodeIds), to: command.gte(from), from: command.lte(to) }, { limit: mostOfLine })

/** Published drives these unions hold themselves that are not over. */
export const listPublished = async (nodeIds: readonly string[], today: CalendarDate): Promise<DriveDoc[]> =>
  nodeIds.length === 0
    ? []
    : drives.list(
        { nodeId: command.in(nodeIds), state: 'published', to: command.gte(today) },
        { sort: [['to', 'asc']], limit: mostOfLine },
      )

export const listOver = (today: CalendarDate) =>
  drives.list({ state: 'published', to: command.lt(today) }, { sort: [['to', 'asc']], limit: 50 })
