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
]
