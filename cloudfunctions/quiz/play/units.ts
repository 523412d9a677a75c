import { AppError } from 'types/app-error'
import type { OutboxItem } from '../../kit/aggregate'
import type { CountPayload } from '../../kit/outbox'
import { command } from '../../kit/cloud'
import type { Patch } from '../../kit/collection'
import type { PlayDoc, PlayUnit } from '../documents'
import { hasPlayed, unitChange } from './standing'

/** After the first paper the unit may be changed this often: a slip is mended, points do not wander about. */
const mostChanges = 1

export const mayChangeUnit = (play: PlayDoc) => play.unit === null || !hasPlayed(play) || play.unitChanges < mostChanges

/**
 * Counts what a change of standing means, and has the rankings follow.
 * @param what makes the items' ids this change's own
 * @param add what standingChange says of it, or unitChange where the score stays
 */
export const standingItems = (
  before: PlayDoc,
  after: PlayDoc,
  what: string,
  add: CountPayload['add'],
): OutboxItem[] => {
  const { _id, campaignId, version } = before
  const id = `${_id}.${version}.${what}`
  const units = [...new Set([before.unit?.id ?? null, after.unit?.id ?? null])]
  return [
    { id: `${id}.count`, to: 'counters', kind: 'count', payload: { add } },
    ...units.map((unit) => ({ id: `${id}.${unit}`, to: 'local', kind: 'totals', payload: { campaignId, unit } })),
  ]
}

/**
 * The update by which a play gets another unit: its points go along. What persons are ranked by follows in the drainer.
 * @throws AppError NOT_ALLOWED_NOW where the one change was made before
 */
export const unitPatch = (play: PlayDoc, unit: PlayUnit, now: Date): Patch => {
  if (!mayChangeUnit(play)) throw new AppError('NOT_ALLOWED_NOW', { message: '参赛单位只能更改一次，您已经改过了。' })
  const unitChanges = play.unitChanges + (play.unit !== null && hasPlayed(play) ? 1 : 0)
  const joined = {
    ...{ id: `${play._id}.${play.version}.joined`, to: 'local', kind: 'joined' },
    payload: { play: play._id },
  }
  const after = { ...play, unit }
  const items = [...standingItems(play, after, 'unit', unitChange(play, after)), joined]
  return { unit, unitChanges, outbox: command.push(items), outboxAt: now, updatedAt: now }
}
