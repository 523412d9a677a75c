import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery, Version, text } from './fields'
import { Edits } from './quiz-questions'
import { DisputeState, disputeStates } from './quiz-disputes'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type DisputeAct = 'keep' | 'correct' | 'withdraw'
/** A player's objection to a question: answered once, by who owns the question. */
export const disputeMachine: Machine<DisputeState, DisputeAct> = {
  states: disputeStates,
  moves: [
    { from: ['open'], act: 'keep', to: 'kept', by: ['officer'], label: '维持原题', requires: ['reply'] },
    {
      from: ['open'],
      act: 'correct',
      to: 'corrected',
      by: ['officer'],
      label: '改正题目',
      requires: ['reply', 'edits'],
    },
    { from: ['open'], act: 'withdraw', to: 'withdrawn', by: ['officer'], label: '撤下题目', requires: ['reply'] },
  ],
}

export const DisputeRow = z.object({
  id: Id,
  questionId: Id,
  stem: z.string(),
  words: z.string(),
  doubtful: z.boolean().describe('the content check wants a person to look at the words'),
  campaign: z.string(),
  state: DisputeState,
  reply: z.string().nullable(),
  at: Instant,
  mine: z.boolean().describe('whether the question belongs to a union of this officer, who then answers'),
  version: Version,
})
export type DisputeRow = z.output<typeof DisputeRow>

export const verdictEntries = {
  /** Of questions this union owns and of contests it runs, the oldest unanswered first. */
  disputes: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), open: z.boolean(), ...PageQuery }),
    output: z.object({ items: z.array(DisputeRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  answerDispute: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: Version,
      act: z.enum(['keep', 'correct', 'withdraw']),
      reply: text(200, '答复'),
      edits: Edits.optional(),
    }),
    output: z.object({ id: Id, state: DisputeState, version: Version }),
    access: { role: 'officer', scope: 'dispute' },
    audit: '答复题目意见',
  },
} as const satisfies Contract
