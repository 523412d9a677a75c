import { keepOf } from 'types/retention'
import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const noticeCollections: readonly CollectionDeclaration[] = [
  {
    name: 'notice_templates',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under', 'under'), index('nodeId_state', 'nodeId', 'state')],
  },
  { name: 'subscribers', writer: 'notice', readBy: ['desk'], indexes: [outboxIndex] },
  {
    name: 'pushes',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('under_createdAt', 'under', '-createdAt'),
      index('state_createdAt', 'state', 'createdAt'),
      index('state_dueAt', 'state', 'dueAt'),
    ],
  },
  {
    name: 'messages',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('openid_at', 'openid', '-at'),
      index('openid_read', 'openid', 'read'),
      index('state_at', 'state', 'at'),
      index('at', 'at'),
      index('pushId_id', 'pushId', '_id'),
      index('pushId_state_at', 'pushId', 'state', 'at'),
    ],
    keep: keepOf('messages'),
  },
]
