import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const prizeCollections: readonly CollectionDeclaration[] = [
  {
    name: 'quiz_prizes',
    writer: 'quiz',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('campaignId_createdAt', 'campaignId', 'createdAt'),
      index('state_expiresAt', 'state', 'expiresAt'),
    ],
  },
  {
    name: 'quiz_claims',
    writer: 'quiz',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('campaignId_openid', 'campaignId', 'openid'),
      index('campaignId_code', 'campaignId', 'code'),
      index('campaignId_state_createdAt', 'campaignId', 'state', '-createdAt', '_id'),
      index('prizeId_id', 'prizeId', '_id'),
      index('state_expiresAt', 'state', 'expiresAt'),
      index('state_warned_expiresAt', 'state', 'warned', 'expiresAt'),
      index('openid_state', 'openid', 'state'),
    ],
  },
  {
    name: 'quiz_draws',
    writer: 'quiz',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('campaignId_createdAt', 'campaignId', '-createdAt'),
      index('state_id', 'state', '_id'),
    ],
  },
  { name: 'quiz_exports', writer: 'quiz', readBy: [], indexes: [index('at', 'at')] },
]
