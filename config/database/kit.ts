import { index, type CollectionDeclaration } from './collection-type'

const everyone = ['org', 'volunteer', 'quiz', 'hazard', 'notice', 'desk'] as const

export const kitCollections: readonly CollectionDeclaration[] = [
  { name: 'leases', writer: 'kit', readBy: everyone, indexes: [] },
  { name: 'counters', writer: 'kit', readBy: everyone, indexes: [] },
  {
    name: 'events',
    writer: 'kit',
    readBy: ['desk'],
    indexes: [index('under_at', 'under', '-at'), index('subjectId_seq', 'subjectId', 'seq'), index('at', 'at')],
  },
]
