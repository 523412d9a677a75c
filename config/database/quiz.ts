import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const quizCollections: readonly CollectionDeclaration[] = [
  {
    name: 'campaigns',
    writer: 'quiz',
    readBy: ['org', 'desk'],
    indexes: [outboxIndex, index('under_opensAt', 'under', '-opensAt'), index('state_closesAt', 'state', 'closesAt')],
  },
  { name: 'quiz_levels', writer: 'quiz', readBy: [], indexes: [index('campaignId', 'campaignId')] },
  {
    name: 'plays',
    writer: 'quiz',
    readBy: [],
    indexes: [
      outboxIndex,
      index('openid', 'openid'),
      index('state_due', 'state', 'paper.dueAt'),
      index('campaignId_rank', 'campaignId', '-rankScore', 'reachedAt', '_id'),
      index('campaignId_id', 'campaignId', '_id'),
    ],
  },
  {
    name: 'papers',
    writer: 'quiz',
    readBy: [],
    indexes: [
      index('campaignId_openid_submittedAt', 'campaignId', 'openid', '-submittedAt'),
      index('openid', 'openid'),
    ],
  },
  {
    name: 'questions',
    writer: 'quiz',
    readBy: [],
    indexes: [
      index('state_nodeId_category_id', 'state', 'nodeId', 'category', '_id'),
      index('key_nodeId', 'key', 'nodeId'),
      index('under_state_id', 'under', 'state', '_id'),
    ],
  },
  { name: 'question_imports', writer: 'quiz', readBy: [], indexes: [outboxIndex] },
  {
    name: 'quiz_units',
    writer: 'quiz',
    readBy: [],
    indexes: [index('campaignId_strength', 'campaignId', '-strength', '_id')],
  },
]
