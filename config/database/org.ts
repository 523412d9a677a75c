import { index, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

const others = ['volunteer', 'quiz', 'hazard', 'notice', 'desk'] as const

export const orgCollections: readonly CollectionDeclaration[] = [
  {
    name: 'nodes',
    writer: 'org',
    readBy: others,
    indexes: [
      outboxIndex,
      unique('parentId_name', 'parentId', 'name'),
      index('under_name', 'under', 'name'),
      index('authority_parentId', 'authority', 'parentId'),
      index('authority_type_name', 'authority', 'type', 'name'),
      index('serves', 'serves'),
      index('terms', 'terms'),
      // Where a manager is missing.
      index('under_managers_name', 'under', 'managers', 'name'),
      index('authority_managers_name', 'authority', 'managers', 'name'),
    ],
  },
  {
    name: 'enterprises',
    writer: 'org',
    readBy: others,
    indexes: [
      outboxIndex,
      unique('nodeId_name', 'nodeId', 'name'),
      index('under_name', 'under', 'name'),
      // One a flag: of several the list is read along one and narrowed by the others.
      index('under_state_name', 'under', 'state', 'name'),
      index('under_state_highRisk_name', 'under', 'state', 'flags.highRisk', 'name'),
      index('under_state_nonPublic_name', 'under', 'state', 'flags.nonPublic', 'name'),
      index('under_state_small_name', 'under', 'state', 'flags.small', 'name'),
      index('under_state_hasUnion_name', 'under', 'state', 'hasUnion', 'name'),
      index('code', 'code'),
      index('terms', 'terms'),
    ],
  },
  {
    name: 'people',
    writer: 'org',
    readBy: ['kit', ...others],
    indexes: [
      outboxIndex,
      unique('personId', 'personId'),
      index('reach_id', 'reach', '_id'),
      index('reach_name', 'reach', 'name'),
      index('under_id', 'under', '_id'),
      index('grants_nodeId', 'grants.nodeId'),
      index('grants_enterpriseId', 'grants.enterpriseId'),
      index('termAt', 'termAt'),
    ],
  },
  {
    name: 'invites',
    writer: 'org',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('under_state_createdAt', 'under', 'state', '-createdAt'),
      index('state_expiresAt', 'state', 'expiresAt'),
      index('inviterId_state', 'inviterId', 'state'),
    ],
  },
  {
    name: 'booths',
    writer: 'org',
    readBy: others,
    indexes: [
      outboxIndex,
      index('under_createdAt', 'under', '-createdAt'),
      index('under_batch_createdAt', 'under', 'batch.id', '-createdAt'),
      index('under_campaign_createdAt', 'under', 'campaignId', '-createdAt'),
      index('leads_booth', 'leads.booth.id'),
      index('state_closesAt', 'state', 'closesAt'),
    ],
  },
  {
    name: 'booth_batches',
    writer: 'org',
    readBy: ['desk'],
    indexes: [outboxIndex, index('under_createdAt', 'under', '-createdAt')],
  },
  {
    name: 'drives',
    writer: 'org',
    readBy: ['quiz', 'volunteer', 'desk'],
    indexes: [
      outboxIndex,
      index('under_from', 'under', '-from', '_id'),
      index('nodeId_to', 'nodeId', 'to'),
      index('nodeId_state_to', 'nodeId', 'state', 'to'),
      index('state_to', 'state', 'to'),
    ],
  },
  { name: 'foundings', writer: 'org', readBy: ['desk'], indexes: [] },
  {
    name: 'erasures',
    writer: 'org',
    readBy: ['desk'],
    indexes: [outboxIndex, index('state_createdAt', 'state', 'createdAt')],
  },
  { name: 'org_exports', writer: 'org', readBy: ['desk'], indexes: [outboxIndex, index('createdAt', 'createdAt')] },
  {
    name: 'org_imports',
    writer: 'org',
    readBy: ['desk'],
    indexes: [outboxIndex, index('state_createdAt', 'state', 'createdAt')],
  },
  { name: 'org_labels', writer: 'org', readBy: ['kit', 'desk'], indexes: [outboxIndex] },
]
