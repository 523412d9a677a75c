import { keepOf } from 'types/retention'
import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

const sortedBy = (key: string) => index(`campaignId_kind_${key}`, 'campaignId', 'kind', `-keys.${key}`, '_id')

export const quizRankCollections: readonly CollectionDeclaration[] = [
  {
    name: 'quiz_units',
    writer: 'quiz',
    // The numbers of drives.
    readBy: ['org'],
    indexes: [
      ...['strength', 'rate', 'average', 'points', 'players'].map(sortedBy),
      index('campaignId_kind_name', 'campaignId', 'kind', 'name', '_id'),
    ],
  },
  {
    name: 'quiz_signals',
    writer: 'quiz',
    readBy: [],
    indexes: [
      outboxIndex,
      index('campaignId_state_createdAt', 'campaignId', 'state', '-createdAt', '_id'),
      index('play_state', 'play', 'state'),
    ],
  },
  {
    name: 'quiz_devices',
    writer: 'quiz',
    readBy: [],
    indexes: [index('at', 'at')],
    keep: keepOf('quiz_devices'),
  },
  {
    name: 'quiz_traces',
    writer: 'quiz',
    readBy: [],
    indexes: [index('keys', 'keys'), index('at', 'at')],
    keep: keepOf('quiz_traces'),
  },
]
