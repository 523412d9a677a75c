import { keepOf } from 'types/retention'
import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

/** Jobs of both kinds are looked for by what still runs, and listed latest first. */
const jobIndexes = [outboxIndex, index('state_createdAt', 'state', 'createdAt'), index('createdAt', '-createdAt')]

export const deskCollections: readonly CollectionDeclaration[] = [
  { name: 'heads', writer: 'desk', readBy: [], indexes: [outboxIndex, index('state_id', 'state', '_id')] },
  { name: 'backups', writer: 'desk', readBy: [], indexes: jobIndexes },
  { name: 'backup_parts', writer: 'desk', readBy: [], indexes: [index('jobId_no', 'jobId', 'no')] },
  { name: 'restores', writer: 'desk', readBy: [], indexes: jobIndexes },
  { name: 'sweeps', writer: 'desk', readBy: [], indexes: [index('at', 'at')], keep: keepOf('sweeps') },
]
