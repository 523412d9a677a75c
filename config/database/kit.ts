import { index, lineageIndex, type CollectionDeclaration } from './collection-type'

const everyone = ['org', 'volunteer', 'quiz', 'hazard', 'notice', 'desk'] as const

export const kitCollections: readonly CollectionDeclaration[] = [
  { name: 'leases', writer: 'kit', readBy: everyone, indexes: [] },
  // The one subtree that moves, and how far each room is with its records: docs/organisation.md.
  { name: 'tree_moves', writer: 'org', readBy: ['kit', ...everyone], indexes: [] },
  { name: 'tree_follows', writer: 'kit', readBy: everyone, indexes: [] },
  { name: 'counters', writer: 'kit', readBy: everyone, indexes: [] },
  {
    name: 'events',
    writer: 'kit',
    readBy: ['desk', 'org'],
    indexes: [
      lineageIndex,
      index('under_at', 'under', '-at', '-_id'),
      index('under_verb_at', 'under', 'verb', '-at', '-_id'),
      index('subjectId_seq', 'subjectId', 'seq'),
      index('at_id', 'at', '_id'),
    ],
  },
]
