import type { SignalState } from 'types/quiz-signals'

/** Item that counts a signal over from one state to another. */
export const counted = (campaignId: string, from: SignalState, to: SignalState) => ({
  ...{ to: 'counters', kind: 'count' },
  payload: {
    add: [
      { key: `signals.${campaignId}`, field: from, by: -1 },
      { key: `signals.${campaignId}`, field: to, by: 1 },
    ],
  },
})
