import { coverShare, shelvesOfRow } from 'types/hazard-cover-row'
import { shelvesOf } from 'types/hazard'
import { follower } from '../kit/followers'
import { awards, objections } from './award/award-store'
import { boards } from './board/board-store'
import { countPlace } from './counting'
import { coverage, type CoverageDoc } from './cover/cover-store'
import { exports } from './export/export-store'
import { handovers } from './handover/handover-store'
import type { HazardDoc } from './hazard'
import { hazards } from './hazard-store'
import { joins } from './join/join-store'
import { letters } from './letter/letter-store'

/** How hazards and what belongs to them follow a subtree that moves: one line a collection. */
export const following = [
  follower<HazardDoc>({ store: hazards, also: (after) => ({ shelves: shelvesOf(after) }), count: countPlace }),
  follower({ store: letters }),
  follower({ store: boards }),
  follower({ store: joins }),
  follower({ store: handovers }),
  follower({ store: exports }),
  follower({ store: awards }),
  follower({ store: objections }),
  follower<CoverageDoc>({
    store: coverage,
    // Whoever makes the row anew looks at `rev`, and works the difference out again.
    also: (after, { rev }) => ({ shelves: shelvesOfRow(after, after.under), rev: rev + 1 }),
    count: (before, after) => [
      { to: 'counters', kind: 'count', payload: { add: [], many: coverShare(before, after) } },
    ],
  }),
]
