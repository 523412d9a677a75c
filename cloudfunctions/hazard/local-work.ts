import type { LocalWork } from '../kit/outbox'
import { followFindings } from './cover/refresh'
import { applyAwards } from './award/sync'
import { applyJoins } from './join/apply-joins'

/** What hazards leave for their own drainer: joins and merges to hand on, rows of the coverage to make anew. */
export const localWork =
  (at: Date): LocalWork =>
  async (items) => {
    await applyJoins(items.filter(({ kind }) => kind === 'join' || kind === 'merge'))
    await followFindings(
      items.filter(({ kind }) => kind === 'coverage'),
      at,
    )
    await applyAwards(items)
  }
