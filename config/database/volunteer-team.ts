import { keepOf } from 'types/retention'
import { index, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

export const volunteerTeamCollections: readonly CollectionDeclaration[] = [
  {
    name: 'teams',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      unique('nameKey', 'nameKey'),
      index('under_createdAt', 'under', '-createdAt', '-_id'),
      index('under_state_createdAt', 'under', 'state', '-createdAt', '-_id'),
      index('adminIds', 'adminIds'),
      index('clockAt', 'clockAt'),
    ],
  },
  {
    name: 'team_services',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [outboxIndex],
  },
  {
    name: 'volunteer_looks',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [index('applicationId_at', 'applicationId', '-at', '-_id'), index('at', 'at')],
    keep: keepOf('volunteer_looks'),
  },
  {
    name: 'volunteer_copies',
    writer: 'volunteer',
    readBy: [],
    indexes: [index('at', 'at'), index('applicationId', 'applicationId')],
  },
]
