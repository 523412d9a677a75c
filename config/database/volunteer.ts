import { index, lineageIndex, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

export const volunteerCollections: readonly CollectionDeclaration[] = [
  {
    name: 'applications',
    writer: 'volunteer',
    readBy: ['notice', 'desk'],
    indexes: [
      outboxIndex,
      lineageIndex,
      // One living application a person, one living application an ID number.
      unique('liveKey', 'liveKey'),
      unique('idMark', 'idMark'),
      index('openid_createdAt', 'openid', '-createdAt'),
      // Whom a message is for, in the order of openids.
      index('under_openid_state', 'under', 'openid', 'state', 'updatedAt'),
      index('under_state_rank', 'under', 'state', '-priority', 'submittedAt', '_id'),
      index('under_rank', 'under', '-priority', 'submittedAt', '_id'),
      index('under_state_enrolledAt', 'under', 'state', 'enrolledAt', '_id'),
      index('eraseAt', 'eraseAt'),
      // The walk that lays down the documents of the year.
      index('state_id', 'state', '_id'),
      index('deskId_rank', 'deskId', '-priority', 'submittedAt', '_id'),
      index('remindAt', 'remindAt'),
      index('regulator_state_enrolledAt', 'regulator.id', 'state', 'enrolledAt', '_id'),
      index('printsDropAt', 'printsDropAt'),
      index('under_correctionAt', 'under', 'correctionAt', '_id'),
      index('team_enrolledAt', 'team.id', 'state', 'enrolledAt', '_id'),
      index('under_state_team_enrolledAt', 'under', 'state', 'team.id', 'enrolledAt', '_id'),
    ],
  },
  {
    name: 'rosters',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      unique('regulator_no', 'regulator.id', 'no'),
      index('under_createdAt', 'under', '-createdAt', '-_id'),
    ],
  },
  {
    name: 'roster_rows',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      index('list_no', 'list', 'no', '_id'),
      index('list_application', 'list', 'applicationId'),
      index('applicationId', 'applicationId'),
    ],
  },
  {
    name: 'volunteer_handovers',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [outboxIndex, lineageIndex, index('under_createdAt', 'under', '-createdAt', '-_id')],
  },
  { name: 'roster_files', writer: 'volunteer', readBy: [], indexes: [index('at', 'at')] },
  {
    name: 'shortlists',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under_createdAt', 'under', '-createdAt', '-_id')],
  },
]
