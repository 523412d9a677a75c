import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const volunteerWallCollections: readonly CollectionDeclaration[] = [
  {
    name: 'wall_photos',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('activityId_state_createdAt', 'activityId', 'state', '-createdAt', '-_id'),
      index('applicationId_activityId', 'applicationId', 'activityId'),
      index('removeAt', 'removeAt'),
      index('under_id', 'under', '_id'),
    ],
  },
  {
    name: 'activity_reports',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under_startsAt', 'under', '-startsAt', '-_id')],
  },
]
