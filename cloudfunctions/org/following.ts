import { reachOf } from 'types/reach'
import type { Patch } from '../kit/collection'
import { follower } from '../kit/followers'
import { changesOf, type TreeMove } from '../kit/tree-move'
import { batches, booths, listBooths } from './booth/booth-store'
import type { PersonDoc } from './documents'
import { drives } from './drive/drive-store'
import { enterprises } from './enterprise-store'
import { invites } from './invite-store'
import { nodes } from './node-store'
import { people } from './person-store'
import { exports } from './register/export-store'
import { sheets } from './register/sheet-store'

/** The tree itself: before anything else, for new records take their lineage from it. */
export const nodesFollowing = [follower({ store: nodes })]

const boothsById = async (persons: readonly PersonDoc[], nodeId: string) => {
  const met = persons.filter(({ boothUnder }) => boothUnder.includes(nodeId))
  const found = await listBooths([...new Set(met.flatMap(({ booths: scanned }) => scanned))])
  return new Map(found.map(({ _id, under }) => [_id, under]))
}

type Lines = ReadonlyMap<string, readonly string[]>

// Which of his booths a node of `boothUnder` stands for is not kept: the booths themselves tell where it still holds.
const boothUnderOf = (
  { boothUnder, booths: scanned }: PersonDoc,
  { nodeId, leaves, joins }: TreeMove,
  lines: Lines,
) => {
  if (!boothUnder.includes(nodeId)) return boothUnder
  const still = scanned.flatMap((id) => lines.get(id) ?? [])
  return [...new Set([...boothUnder.filter((id) => !leaves.includes(id)), ...joins, ...still])]
}

const sameSet = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && [...left].sort().join() === [...right].sort().join()

const personChanges = (person: PersonDoc, move: TreeMove, lines: Lines): Patch => {
  const {
    grants = person.grants,
    unitUnder = person.unitUnder,
    volunteerUnder = person.volunteerUnder,
  } = changesOf(person, move) as Partial<PersonDoc>
  const boothUnder = boothUnderOf(person, move, lines)
  const now = { grants, unitUnder, volunteerUnder, boothUnder }
  const reached = reachOf(now)
  const stands =
    sameSet(reached.reach, person.reach) &&
    sameSet(boothUnder, person.boothUnder) &&
    grants.every((grant, at) => sameSet(grant.under, person.grants[at]?.under ?? []))
  return stands ? {} : { ...now, ...reached, version: person.version + 1 }
}

/** How org's records follow a subtree that moves; booths before the people who scanned there. */
export const following = [
  // Again: a restored environment begins here, with nodes that may have been copied before they moved.
  ...nodesFollowing,
  follower({ store: enterprises }),
  follower({ store: booths }),
  follower({ store: batches }),
  follower({ store: drives }),
  follower({ store: invites }),
  follower({ store: exports }),
  follower({ store: sheets }),
  follower<PersonDoc>({
    store: people,
    changes: async (persons, move) => {
      const lines = await boothsById(persons, move.nodeId)
      return persons.map((person) => personChanges(person, move, lines))
    },
  }),
]
