import { keepOf } from 'types/retention'
import { index, lineageIndex, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

export const hazardCollections: readonly CollectionDeclaration[] = [
  {
    name: 'hazards',
    writer: 'hazard',
    readBy: ['desk', 'notice', 'volunteer'],
    indexes: [
      outboxIndex,
      lineageIndex,
      // Before the shelves: where both would serve a search, words narrow more than the ledger they stand in.
      index('terms_urgent_createdAt', 'terms', '-urgent', '-createdAt', '-_id'),
      // One multikey index for the ledger of every node under every filter: see shelvesOf in types/hazard.
      index('shelves_urgent_createdAt', 'shelves', '-urgent', '-createdAt', '-_id'),
      index('shelves_dueAt', 'shelves', 'dueAt', '_id'),
      index('followers_createdAt', 'followers', '-createdAt', '-_id'),
      index('spots_createdAt', 'spots', '-createdAt'),
      index('fixingFor_rank_dueAt', 'fixingFor', 'fixRank', 'dueAt', '_id'),
      index('fixingFor_rank_watchUntil', 'fixingFor', 'fixRank', 'watchUntil'),
      unique('serialKey', 'serialKey'),
      index('state_overdue_dueAt', 'state', 'overdue', 'dueAt'),
      index('overdue_ladder', 'overdue', 'ladder.nextAt'),
      index('clockAt', 'clockAt'),
      index('progressDueAt', 'progressDueAt'),
      index('recheckAt', 'recheckAt'),
      // Closed between two days in a subtree: see award/award-store.
      index('under_watchUntil', 'under', 'watchUntil', '_id'),
      index('traces', 'traces'),
      // Whoever erases himself is taken out of what was handed to him and what he answered.
      index('fixer_openid', 'fixer.openid'),
      index('answer_openid', 'answer.openid'),
    ],
  },
  { name: 'hazard_joins', writer: 'hazard', readBy: ['desk'], indexes: [outboxIndex, index('owner', 'owner')] },
  {
    name: 'hazard_coverage',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [outboxIndex, index('shelves_covered', 'shelves', 'covered', 'nodeName', 'name', '_id')],
  },
  { name: 'hazard_census', writer: 'hazard', readBy: [], indexes: [] },
  { name: 'hazard_ledger_views', writer: 'hazard', readBy: ['desk'], indexes: [] },
  {
    name: 'hazard_exports',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('state_createdAt', 'state', 'createdAt'),
      index('personId_createdAt', 'personId', '-createdAt'),
      index('createdAt', 'createdAt'),
    ],
    keep: keepOf('hazard_exports'),
  },
  {
    name: 'hazard_handovers',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under_createdAt', 'under', '-createdAt', '-_id')],
  },
  { name: 'report_days', writer: 'hazard', readBy: [], indexes: [index('at', 'at')], keep: keepOf('report_days') },
]
