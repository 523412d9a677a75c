import { index, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

export const hazardAwardCollections: readonly CollectionDeclaration[] = [
  {
    name: 'hazard_awards',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('under_createdAt', 'under', '-createdAt', '-_id'),
      index('state_announcedAt', 'state', '-announcedAt'),
      // Nobody is rewarded twice for one hazard, whichever lists are announced at one moment.
      unique('rewarded', 'rewarded'),
      index('places_owner', 'places.owner'),
      index('left_person', 'left.person'),
      index('clockAt', 'clockAt'),
    ],
  },
  {
    name: 'hazard_objections',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('awardId_createdAt', 'awardId', '-createdAt'),
      index('owner', 'owner'),
      index('clockAt', 'clockAt'),
    ],
  },
]
