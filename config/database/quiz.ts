import { index, outboxIndex, type CollectionDeclaration } from './collection-type'
import { quizBankCollections } from './quiz-bank'
import { quizRankCollections } from './quiz-rank'

export const quizCollections: readonly CollectionDeclaration[] = [
  {
    name: 'campaigns',
    writer: 'quiz',
    readBy: ['org', 'notice', 'desk'],
    indexes: [
      outboxIndex,
      index('under_opensAt', 'under', '-opensAt'),
      index('state_closesAt', 'state', 'closesAt'),
      index('state_opensAt', 'state', 'opensAt'),
      index('nodeId_state', 'nodeId', 'state'),
      index('isShort', 'isShort'),
      index('driveId', 'driveId'),
    ],
  },
  {
    name: 'quiz_levels',
    writer: 'quiz',
    readBy: [],
    indexes: [index('campaignId', 'campaignId'), index('questions', 'questions')],
  },
  {
    name: 'plays',
    writer: 'quiz',
    readBy: ['notice'],
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
  ...quizBankCollections,
  ...quizRankCollections,
]
