import { noFigures, rankBys, unitStanding, type RankBy, type UnitFigures } from 'types/unit-ranks'
import type { Contest } from './campaign'
import type { City } from './city'
import type { Enterprise } from './enterprises'
import type { Node } from './tree'

type Row = ReturnType<typeof rowOf>
type Ranked = Pick<Contest, 'id' | 'rules'>

const rowOf = (
  { id: campaignId, rules }: Ranked,
  kind: 'unit' | 'absent' | 'region',
  id: string,
  name: string,
  region: Node | null,
  figures: UnitFigures,
) => ({
  ...{ _id: `${campaignId}.${id}`, campaignId, kind, unitId: id, name, below: true },
  ...{ region: region?._id ?? null, regionName: region?.name ?? null },
  ...{ ...figures, ...unitStanding(figures, rules.ranking) },
})

const sumOf = (rows: readonly Row[], workers: number): UnitFigures => {
  const sum = { ...noFigures, workers }
  for (const field of ['players', 'scorers', 'perfect', 'unverified', 'points'] as const)
    sum[field] = rows.reduce((total, row) => total + row[field], 0)
  return sum
}

const falling = (rows: readonly Row[]) =>
  Object.fromEntries(rankBys.map((by: RankBy) => [by, rows.map(({ keys }) => keys[by]).sort((a, b) => b - a)]))

/** Rows of all units, of the unions right below the contest's own, and the board over them. */
export const putRanks = (
  city: City,
  node: Node,
  nodes: readonly Node[],
  enterprises: readonly Enterprise[],
  contest: Ranked,
  units: ReadonlyMap<string, UnitFigures>,
) => {
  const campaignId = contest.id
  const regions = nodes.filter(({ authority, parentId }) => authority === 'union' && parentId === node._id)
  const mine = enterprises.filter(({ under }) => under.includes(node._id))
  const rows = mine.map(({ _id, name, workers, under }) => {
    const figures = units.get(_id) ?? { ...noFigures, workers }
    const region = regions.find((one) => under.includes(one._id)) ?? null
    return rowOf(contest, figures.players > 0 ? 'unit' : 'absent', _id, name, region, figures)
  })
  const played = rows.filter(({ kind }) => kind === 'unit')
  const regionRows = regions.map((region) => {
    const inside = rows.filter((row) => row.region === region._id)
    const workers = inside.reduce((total, row) => total + row.workers, 0)
    return rowOf(contest, 'region', region._id, region.name, null, sumOf(inside, workers))
  })
  for (const row of [...rows, ...regionRows]) city.add('quiz_units', row)
  city.add('quiz_units', {
    ...{ _id: `${campaignId}.board`, campaignId, kind: 'board', censusAt: city.at(0, 9) },
    ...{ unit: falling(played), region: falling(regionRows), units: played.length, registered: rows.length },
    absent: rows.length - played.length,
    workers: rows.reduce((total, row) => total + row.workers, 0),
  })
  for (const { unitId, players, scorers, perfect, unverified, points } of played)
    for (const [field, value] of Object.entries({ players, scorers, perfect, unverified, points }))
      if (value > 0) city.count('quiz', `unit.${campaignId}.${unitId}`, field, value)
}
