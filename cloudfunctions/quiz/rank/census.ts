import type { CampaignLine } from '../contest/campaign-store'
import type { UnitRankDoc } from './rank-documents'
import { allRows, createRows, dropRows, findCensusTimes, putBoard, putRow } from './rank-store'
import { findOpenCampaigns, findRegions, leaveOnce, listRegistered, type Registered } from './register-store'
import { boardOf, regionRow, unitRow } from './unit-rows'

/** How long the register's numbers stand: workers move slowly, and reading all of them costs. */
const censusMs = 3_600_000
export const isStale = (censusAt: Date | undefined, now: Date) =>
  censusAt === undefined || now.getTime() - censusAt.getTime() >= censusMs

const facts = ({ kind, name, workers, region, regionName, below }: UnitRankDoc) =>
  JSON.stringify([kind, name, workers, region, regionName, below])
const chunk = 500

type Register = { registered: readonly Registered[]; regions: ReadonlyMap<string, string> }

/** @returns all rows as they stand now */
const followRegister = async (campaign: CampaignLine, { registered, regions }: Register): Promise<UnitRankDoc[]> => {
  const rows = await allRows(campaign._id, 'unit', 'absent')
  const before = new Map(rows.map((row) => [row.unitId, row]))
  const fresh = registered.map((one) => unitRow(campaign, regions, one, before.get(one._id) ?? {}))
  const missing = fresh.filter(({ unitId }) => !before.has(unitId))
  for (let at = 0; at < missing.length; at += chunk) await createRows(missing.slice(at, at + chunk))
  const changed = fresh.filter((row) => {
    const old = before.get(row.unitId)
    return old && facts(old) !== facts(row)
  })
  await Promise.all(changed.map(putRow))
  const known = new Set(registered.map(({ _id }) => _id))
  const others = rows.filter(({ unitId }) => !known.has(unitId))
  // A unit that was moved to another union leaves the list of those that have not taken part.
  const gone = others.filter(({ kind }) => kind === 'absent')
  if (gone.length > 0) await dropRows(gone.map(({ _id }) => _id))
  return [...others.filter(({ kind }) => kind === 'unit'), ...fresh]
}

const workersIn = (rows: readonly UnitRankDoc[], region: string) =>
  rows.reduce((sum, row) => sum + (row.region === region ? row.workers : 0), 0)

/**
 * Reads the register anew: a row for every unit, also those nobody has played for, and the workers of every region.
 * Runs in the drainer, which alone writes rows.
 */
export const takeCensus = async (campaign: CampaignLine, now: Date) => {
  const registered = await listRegistered(campaign.nodeId)
  const regions = await findRegions(campaign.nodeId)
  const rows = await followRegister(campaign, { registered, regions })
  const units = rows.filter(({ kind }) => kind === 'unit')
  const regionRows = [...regions].map(([id, name]) => {
    const its = units.filter(({ region }) => region === id)
    return regionRow(campaign, id, name, workersIn(rows, id), its)
  })
  await Promise.all(regionRows.map(putRow))
  const workers = registered.reduce((sum, one) => sum + one.workers, 0)
  const register = { registered: registered.length, workers, censusAt: now }
  await putBoard(boardOf(campaign, units, regionRows, register))
}

/** Has the drainer read the register for running contests, each once an hour. */
export const askForCensus = async (now: Date) => {
  const open = (await findOpenCampaigns()).map(({ _id }) => _id)
  if (open.length === 0) return
  const times = await findCensusTimes(open)
  const hour = Math.floor(now.getTime() / censusMs)
  for (const id of open.filter((one) => isStale(times.get(one), now)))
    await leaveOnce(id, { id: `${id}.census.${hour}`, to: 'local', kind: 'census', payload: { campaignId: id } }, now)
}
