import { monthsBetween } from 'types/drive-form'
import { foundKey, sumFound } from 'types/hazard-found'
import type { DriveFigures, DriveShare } from 'types/org-drive'
import { readCounters } from '../../kit/counters'
import type { DriveDoc } from './drive'
import { countEnterprises, listBoards, listRegions, listTaking, type ActivityDoc, type ContestDoc } from './parts-store'

type Node = { id: string; name: string }
type Counted = { found: number; closed: number }

/** A month of a busy union has some hundred fields: so many fit into one answer of the platform. */
const keysATrip = 25

const readFound = async (drive: DriveDoc, nodeIds: readonly string[]): Promise<Map<string, Counted>> => {
  const places = nodeIds.flatMap((node) => monthsBetween(drive.from, drive.to).map((month) => ({ node, month })))
  const sums = new Map<string, Counted>()
  for (let at = 0; at < places.length; at += keysATrip) {
    const some = places.slice(at, at + keysATrip)
    const counters = await readCounters(
      'hazard',
      some.map(({ node, month }) => foundKey(node, month)),
    )
    for (const { node, month } of some) {
      const { found, closed } = sumFound(month, counters.get(foundKey(node, month)) ?? {}, drive)
      const sum = sums.get(node) ?? { found: 0, closed: 0 }
      sums.set(node, { found: sum.found + found, closed: sum.closed + closed })
    }
  }
  return sums
}

type Played = { players: number; workers: number; rate: number | null }

/** What the contests come to in each union right below: those of its own, and its part in those held above it. */
const readPlayed = async (drive: DriveDoc, contests: readonly ContestDoc[], children: readonly Node[]) => {
  const ids = contests.map(({ _id }) => _id)
  const [regions, boards] =
    ids.length === 0 ? [[], []] : await Promise.all([listRegions(ids), children.length > 0 ? listBoards(ids) : []])
  const playedIn = (child: Node) =>
    contests.flatMap(({ _id, nodeId, under, players }) => {
      if (nodeId === drive.nodeId)
        return regions.filter(({ campaignId, unitId }) => campaignId === _id && unitId === child.id)
      const board = boards.find(({ campaignId }) => campaignId === _id)
      return under.includes(child.id) ? [{ players, workers: nodeId === child.id ? (board?.workers ?? 0) : 0 }] : []
    })
  return new Map(
    children.map((child): [string, Played] => {
      const parts = playedIn(child)
      const rates = parts.flatMap(({ players, workers }) => (workers > 0 ? [players / workers] : []))
      return [
        child.id,
        {
          players: parts.reduce((sum, { players }) => sum + players, 0),
          workers: Math.max(0, ...parts.map(({ workers }) => workers)),
          rate: rates.length > 0 ? Math.max(...rates) : null,
        },
      ]
    }),
  )
}

const published = ({ state }: ActivityDoc) => state === 'open' || state === 'running' || state === 'done'

const byShare = (left: DriveShare, right: DriveShare) =>
  (right.percent ?? -1) - (left.percent ?? -1) || left.nodeName.localeCompare(right.nodeName, 'zh')

type Parts = { contests: readonly ContestDoc[]; activities: readonly ActivityDoc[] }

/** The unions right below, each with its part of the numbers; the highest share first. */
const sharesOf = async (drive: DriveDoc, { contests, activities }: Parts, children: readonly Node[], found: Counts) => {
  const played = await readPlayed(drive, contests, children)
  const shares = children.map(({ id, name }): DriveShare => {
    const { players = 0, workers = 0, rate = null } = played.get(id) ?? {}
    const { found: seen, closed } = found.get(id) ?? nothing
    const own = activities.filter((one) => published(one) && one.under.includes(id)).length
    const fixed = seen > 0 ? closed / seen : null
    const percent = contests.length > 0 ? rate : fixed
    return { nodeId: id, nodeName: name, players, workers, found: seen, closed, activities: own, percent }
  })
  return shares.sort(byShare)
}
type Counts = ReadonlyMap<string, Counted>
const nothing: Counted = { found: 0, closed: 0 }

/** Enterprises with a player in at least one of the contests. */
const countTaking = async (contests: readonly ContestDoc[]) => {
  const lists = await Promise.all(contests.filter(({ players }) => players > 0).map(({ _id }) => listTaking(_id)))
  return new Set(lists.flat()).size
}

/** How far a drive is: numbers of its days from what other rooms count, of its union and of each right below. */
export const readFigures = async (
  drive: DriveDoc,
  parts: Parts,
  children: readonly Node[],
): Promise<{ figures: DriveFigures; shares: DriveShare[] }> => {
  const { contests, activities } = parts
  const [found, taking, enterprises] = await Promise.all([
    readFound(drive, [drive.nodeId, ...children.map(({ id }) => id)]),
    countTaking(contests),
    contests.length > 0 || drive.goals.rate !== null ? countEnterprises(drive.nodeId) : 0,
  ])
  const shares = await sharesOf(drive, parts, children, found)
  const figures = {
    ...{ players: contests.reduce((sum, { players }) => sum + players, 0) },
    ...{ workers: shares.reduce((sum, { workers }) => sum + workers, 0), ...(found.get(drive.nodeId) ?? nothing) },
    ...{ activities: activities.filter(published).length, enterprises, taking },
  }
  return { figures, shares }
}
