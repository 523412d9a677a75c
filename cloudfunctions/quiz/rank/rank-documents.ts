import type { RankBy, UnitFigures, UnitStanding } from 'types/unit-ranks'
import type { SignalKind, SignalState } from 'types/quiz-signals'
import type { Aggregate } from '../../kit/aggregate'

/**
 * A row of the ranking: a unit, or a region, which is a union right below the campaign's own. `absent`: a registered
 * unit nobody has played for; it becomes a `unit` with its first player.
 */
export type UnitRankDoc = UnitFigures &
  UnitStanding & {
    _id: string
    campaignId: string
    kind: 'unit' | 'absent' | 'region'
    unitId: string
    name: string
    /** Of a unit: the region it counts for; null where it lies right at the campaign's own union, or outside. */
    region: string | null
    regionName: string | null
    /** Registered below the campaign's union; others may play for their unit all the same. */
    below: boolean
  }

type Falling = Record<RankBy, number[]>
/** All keys of a contest's units and regions in falling order: a rank is read off, nobody is counted for it. */
export type BoardDoc = {
  _id: string
  campaignId: string
  kind: 'board'
  unit: Falling
  region: Falling
  /** Units with players. */
  units: number
  /** Units registered below the campaign's union, those of them without players, and workers of all of them. */
  registered: number
  absent: number
  workers: number
  /** When the register was read last. */
  censusAt: Date
}

/** Something about a player's papers that is worth a look by an officer; never judges by itself. One a player and kind. */
export type SignalDoc = Aggregate<SignalState> & {
  campaignId: string
  /** The play it is about. */
  play: string
  kind: SignalKind
  /** Latest last, each key once. */
  evidence: Evidence[]
  settled: { by: string; at: Date; reason: string } | null
}
export type Evidence = { key: string; at: Date; words: string }

/** Players of one contest on one phone, as the phone tells it. */
export type DeviceDoc = { _id: string; campaignId: string; plays: string[]; at: Date }

/** Wrong answers of a paper in fours: who shares a key got four questions wrong in the same way. */
export type TraceDoc = { _id: string; campaignId: string; play: string; at: Date; wrong: string[]; keys: string[] }
