import { index, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

export const hazardLetterCollections: readonly CollectionDeclaration[] = [
  {
    name: 'hazard_letters',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('under_createdAt', 'under', '-createdAt', '-_id'),
      index('under_state_createdAt', 'under', 'state', '-createdAt', '-_id'),
      index('hazardId_createdAt', 'hazardId', '-createdAt', '-_id'),
      unique('numberKey', 'numberKey'),
      index('clockAt', 'clockAt'),
    ],
  },
  { name: 'hazard_rules', writer: 'hazard', readBy: ['desk'], indexes: [outboxIndex] },
  {
    name: 'hazard_boards',
    writer: 'hazard',
    readBy: ['desk'],
    indexes: [outboxIndex, index('enterprise_state_month', 'enterprise.id', 'state', '-month')],
  },
]
