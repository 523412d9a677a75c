import { keepOf } from 'types/retention'
import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const noticeCollections: readonly CollectionDeclaration[] = [
  {
    name: 'notice_templates',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under', 'under'), index('nodeId_state', 'nodeId', 'state')],
  },
  {
    name: 'notice_switches',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under', 'under')],
  },
  {
    name: 'notice_withheld',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [outboxIndex, index('at', 'at')],
    keep: keepOf('notice_withheld'),
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
      // Trials of a union by their words, and what was cancelled half way.
      index('nodeId_print_day', 'nodeId', 'print', 'day'),
      index('sweep', 'sweep'),
    ],
  },
  // Which push has which of the places a union has on a day.
  {
    name: 'push_places',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [index('at', 'at')],
    keep: keepOf('push_places'),
  },
  {
    name: 'notice_audiences',
    writer: 'notice',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under', 'under'), index('nodeId_state', 'nodeId', 'state')],
  },
  { name: 'notice_rules', writer: 'notice', readBy: ['desk'], indexes: [outboxIndex] },
  // Sheets with phone numbers, until their files go after an hour.
  { name: 'notice_call_sheets', writer: 'notice', readBy: [], indexes: [index('dropAt', 'dropAt')] },
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
