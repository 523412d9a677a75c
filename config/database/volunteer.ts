import { index, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

export const volunteerCollections: readonly CollectionDeclaration[] = [
  {
    name: 'applications',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      // One living application a person, one living application an ID number.
      unique('liveKey', 'liveKey'),
      unique('idMark', 'idMark'),
      index('openid_createdAt', 'openid', '-createdAt'),
      index('under_state_rank', 'under', 'state', '-priority', 'submittedAt', '_id'),
      index('under_rank', 'under', '-priority', 'submittedAt', '_id'),
      index('under_state_enrolledAt', 'under', 'state', 'enrolledAt', '_id'),
      index('eraseAt', 'eraseAt'),
      index('printsDropAt', 'printsDropAt'),
      index('team_enrolledAt', 'team.id', 'state', 'enrolledAt', '_id'),
      index('under_state_team_enrolledAt', 'under', 'state', 'team.id', 'enrolledAt', '_id'),
    ],
  },
]
