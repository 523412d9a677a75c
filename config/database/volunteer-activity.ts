import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const volunteerActivityCollections: readonly CollectionDeclaration[] = [
  {
    name: 'activities',
    writer: 'volunteer',
    readBy: ['org', 'notice', 'desk'],
    indexes: [
      outboxIndex,
      index('board_startsAt', 'board', 'startsAt', '_id'),
      index('under_startsAt', 'under', '-startsAt', '_id'),
      index('under_state_startsAt', 'under', 'state', '-startsAt', '_id'),
      index('clockAt', 'clockAt'),
      index('organiser_startsAt', 'organiser', 'startsAt'),
      index('driveId', 'driveId'),
    ],
  },
  {
    name: 'attendances',
    writer: 'volunteer',
    readBy: ['notice', 'desk'],
    indexes: [
      outboxIndex,
      index('activityId_state', 'activityId', 'state'),
      index('activityId_devices', 'activityId', 'devices'),
      index('openid_startsAt', 'openid', '-startsAt', '_id'),
      index('applicationId_year', 'applicationId', 'year'),
      index('under_appealOpen_startsAt', 'under', 'appealOpen', 'startsAt', '_id'),
    ],
  },
]
