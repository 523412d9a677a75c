import type { OutboxItem } from '../kit/aggregate'
import type { LocalWork } from '../kit/outbox'
import { forgetPrivate } from './privacy/forgotten'
import { writeLooks } from './privacy/looks'
import { spreadRoster } from './roster/keep'
import { captainLeft, letGoOfTeam, teamOver } from './team/team-work'

/** One piece of work; carried out twice it changes nothing the second time. */
export type Work = (item: OutboxItem, at: Date) => Promise<void>

/** Kind of an outbox item `to: 'local'` → what is done for it, one after another. */
const works: Record<string, readonly Work[]> = {
  rostered: [spreadRoster],
  looked: [writeLooks],
  forgotten: [forgetPrivate],
  left: [letGoOfTeam],
  'team-left': [captainLeft],
  'team-over': [teamOver],
}

/** What volunteers' rooms leave for their own drainer. */
export const localWork =
  (at: Date): LocalWork =>
  async (items) => {
    for (const item of items) for (const work of works[item.kind] ?? []) await work(item, at)
  }
