import type { Side } from 'types/volunteer-team'
import type { TeamState } from 'types/volunteer-team-machine'
import type { Aggregate } from '../../kit/aggregate'

/** Who leads for one authority. An office, so the name stays readable as long as the seat is held. */
export type Seat = { personId: string; name: string; nodeId: string; nodeName: string; acceptedAt: Date | null }

export type TeamDoc = Aggregate<TeamState> & {
  name: string
  /** The name while the team lives, `closed.<id>` afterwards: unique. */
  nameKey: string
  node: { id: string; name: string }
  /** Lineage of the union node; `under` is this and the regulator's. */
  unionUnder: string[]
  regulator: { id: string; name: string; under: string[] }
  admins: Record<Side, Seat | null>
  /** Person ids of both, accepted or not. */
  adminIds: string[]
  /** Since when an authority has no administrator who accepted. */
  vacant: Record<Side, Date | null>
  /** Application id of the captain. */
  captain: string | null
  /** Teams merged into this one: their service stays in its totals. */
  absorbed: string[]
  mergedInto: { id: string; name: string } | null
  /** When the clock next reminds of an empty seat; null while both are taken. */
  clockAt: Date | null
}

/** A stretch of time a volunteer spent in a team. */
export type TeamStay = { id: string; name: string; from: Date; to: Date | null; why: string | null }

export const sides: readonly Side[] = ['union', 'regulator']
export const otherSide = (side: Side): Side => (side === 'union' ? 'regulator' : 'union')
export const roleOf = (side: Side) => (side === 'union' ? 'officer' : 'regulator')
