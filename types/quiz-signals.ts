import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, text, Version } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const signalKinds = ['speed', 'device', 'twins', 'letter'] as const
export type SignalKind = (typeof signalKinds)[number]
export const signalKindLabels = {
  speed: '答得很快',
  device: '同一部手机多人答题',
  twins: '错得一样',
  letter: '都选同一项',
} as const satisfies Record<SignalKind, string>

/** Why it may well be honest: stands beside every signal, so that nobody is judged by it alone. */
export const signalDoubts = {
  speed: '也可能是练习过多遍、对题目很熟的职工，请结合练习情况核对。',
  device: '也可能是家人、工友合用手机，或展台的公用手机，请问清楚再决定。',
  twins: '也可能是同一个误解，或一起讨论着答，请结合答题时间核对。',
  letter: '也可能是不会做、随手选的，通常得分也不高。',
} as const satisfies Record<SignalKind, string>

/** From where on something is worth a look; nothing of it is a proof. */
export const signalLimits = {
  /** A paper answered in less than `share` of the time it takes to read it at `perSecond` characters, mostly right. */
  speed: { perSecond: 15, share: 1 / 3, answered: 5, right: 0.8 },
  /** Players of one contest on one phone. */
  device: { players: 3 },
  /** Questions two players of one contest got wrong in the same way on one paper each. */
  twins: { wrong: 4 },
  /** Answers at one and the same place, on a paper of at least so many. */
  letter: { answered: 8 },
} as const

export type SignalState = 'new' | 'cleared' | 'excluded'
export type SignalAct = 'clear' | 'exclude'
/**
 * What a signal shows is settled by an officer; an exclusion can be undone, and a clearing too. Evidence that comes
 * after a clearing has the signal looked at again.
 */
export const signalMachine: Machine<SignalState, SignalAct | 'reopen'> = {
  states: {
    new: { label: '待核对', tone: 'todo' },
    cleared: { label: '核对无误', tone: 'done' },
    excluded: { label: '不计名次', tone: 'off' },
  },
  moves: [
    {
      ...{ from: ['new', 'excluded'], act: 'clear', to: 'cleared', by: ['officer'] },
      ...{ label: '核对无误', requires: ['reason'] },
    },
    {
      ...{ from: ['new', 'cleared'], act: 'exclude', to: 'excluded', by: ['officer'] },
      ...{ label: '不计名次', requires: ['reason'] },
    },
    { from: ['cleared'], act: 'reopen', to: 'new', by: ['clock'], label: '又有新情况' },
  ],
}

export const SignalRow = z.object({
  id: Id,
  kind: z.enum(signalKinds),
  state: z.enum(['new', 'cleared', 'excluded']),
  mark: z.string().describe('number the player sees as his own'),
  name: z.string().nullable().describe('masked'),
  unit: z.string().nullable(),
  evidence: z.array(z.object({ at: Instant, words: z.string() })).describe('latest first'),
  foundAt: Instant,
  settled: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  version: Version,
})
export type SignalRow = z.output<typeof SignalRow>

export const signalEntries = {
  signals: {
    kind: 'query',
    input: z.strictObject({
      campaignId: Id,
      state: z.enum(['new', 'cleared', 'excluded']).default('new'),
      ...PageQuery,
    }),
    output: z.object({ items: z.array(SignalRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'contest' },
  },
  settleSignal: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, act: z.enum(['clear', 'exclude']), reason: text(60, '理由') }),
    output: Done,
    access: { role: 'officer', scope: 'signal' },
    audit: '核对成绩',
  },
} as const satisfies Contract
