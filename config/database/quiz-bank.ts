import { index, outboxIndex, type CollectionDeclaration } from './collection-type'

export const quizBankCollections: readonly CollectionDeclaration[] = [
  {
    name: 'questions',
    writer: 'quiz',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      // Before the lists: where both would serve a search, words narrow more than the union they are asked in.
      index('terms_law_article_id', 'terms', 'law', 'article', '_id'),
      index('under_law_article_id', 'under', 'law', 'article', '_id'),
      index('under_state_law_article_id', 'under', 'state', 'law', 'article', '_id'),
      index('state_nodeId_category_id', 'state', 'nodeId', 'category', '_id'),
      index('nodeId_id', 'nodeId', '_id'),
      index('key_nodeId', 'key', 'nodeId'),
      index('law_state_id', 'law', 'state', '_id'),
    ],
  },
  { name: 'question_imports', writer: 'quiz', readBy: ['desk'], indexes: [outboxIndex] },
  {
    name: 'quiz_laws',
    writer: 'quiz',
    readBy: ['desk'],
    indexes: [outboxIndex, index('name', 'name'), index('state_enforceAt', 'state', 'enforceAt')],
  },
  {
    name: 'quiz_disputes',
    writer: 'quiz',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('owner_createdAt', 'owner', '-createdAt'),
      index('under_open_createdAt', 'under', 'open', 'createdAt'),
    ],
  },
]
