import type { OutboxItem } from '../kit/aggregate'
import type { LocalWork } from '../kit/outbox'
import { forgetServices } from './activity/forget'
import { giveBackPlaces } from './activity/give-back'
import { comparePhones, followLine } from './activity/reconcile'
import { layBadge } from './certificate/badge'
import { finishReissue } from './certificate/change'
import { forgetPrivate } from './privacy/forgotten'
import { writeLooks } from './privacy/looks'
import { spreadRoster } from './roster/keep'
import { forgetPhotos } from './wall/wall'
import { countForTeams } from './team/service'
import { captainLeft, letGoOfTeam, teamOver } from './team/team-work'
import { recountServed, recountStanding } from './year/recount'
import { tellOfficers } from './year/tell-officers'

/** One piece of work; carried out twice it changes nothing the second time. */
export type Work = (item: OutboxItem, at: Date) => Promise<void>

/** Kind of an outbox item `to: 'local'` → what is done for it, one after another. */
const works: Record<string, readonly Work[]> = {
  rostered: [spreadRoster],
  looked: [writeLooks],
  forgotten: [forgetPrivate, forgetServices, forgetPhotos, recountStanding],
  standing: [recountStanding, layBadge],
  served: [recountServed, countForTeams],
  'tell-officers': [tellOfficers],
  reissue: [finishReissue],
  left: [letGoOfTeam, giveBackPlaces],
  'team-left': [captainLeft],
  'team-over': [teamOver],
  line: [followLine],
  phone: [comparePhones],
}

/** The same work asked for by several at one moment is done once. */
const distinct = (items: readonly OutboxItem[]) => [
  ...new Map(items.map((item) => [JSON.stringify([item.kind, item.payload]), item])).values(),
]

/** What volunteers' rooms leave for their own drainer. */
export const localWork =
  (at: Date): LocalWork =>
  async (items) => {
    for (const item of distinct(items)) for (const work of works[item.kind] ?? []) await work(item, at)
  }
