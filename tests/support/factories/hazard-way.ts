import { chainStart, eventHash } from 'types/chain'
import { isBeingFixed, type HazardState } from 'types/hazard'
import { deriveId } from 'types/ids'
import { unfixed, type HazardDoc } from '../../../cloudfunctions/hazard/hazard'
import type { StoredEvent } from '../../../cloudfunctions/kit/aggregate'

export const personId = (openid: string) => deriveId('test-person', openid)

export const day = 86_400_000
/** Acts that led to a state. */
export const route: Record<HazardState, string[]> = {
  reported: [],
  accepted: ['accept'],
  assigned: ['accept', 'assign'],
  fixing: ['accept', 'assign', 'plan'],
  answered: ['accept', 'assign', 'plan', 'answer'],
  closed: ['accept', 'assign', 'plan', 'answer', 'close'],
  declined: ['decline'],
  reopened: ['accept', 'assign', 'plan', 'answer', 'close', 'reopen'],
  merged: ['merge'],
  ceased: ['accept', 'assign', 'cease'],
}
const states: Record<string, HazardState> = {
  accept: 'accepted',
  assign: 'assigned',
  plan: 'fixing',
  answer: 'answered',
  close: 'closed',
  decline: 'declined',
  reopen: 'reopened',
  merge: 'merged',
  cease: 'ceased',
}

/** The chain of a hazard that came to this state, a step a day. */
export const eventsOf = (state: HazardState, at: Date): StoredEvent[] => {
  const events: StoredEvent[] = []
  let from = ''
  for (const act of ['create', ...route[state]]) {
    const to = states[act] ?? 'reported'
    const seq = events.length + 1
    const by =
      act === 'create' || act === 'reopen'
        ? 'reporter'
        : personId(act === 'answer' || act === 'plan' ? 'zeneng-fixer' : 'east-officer')
    const event = {
      seq,
      at: new Date(at.getTime() + (seq - 1) * day),
      by,
      name: '',
      verb: act,
      act,
      from,
      to,
      data: {},
    }
    events.push({ ...event, hash: eventHash(events.at(-1)?.hash ?? chainStart, event) })
    from = to
  }
  return events
}

/** 五落实 of a plan that fits. */
export const fivePlan = {
  ...{ answerable: '设备部经理', measures: '更换破损电线，配电箱加锁', money: 1200 },
  ...{ dueAt: new Date('2026-06-20T15:59:59.999Z'), emergency: '断电停用，专人看守' },
}

export type HazardOptions = Partial<
  Pick<
    HazardDoc,
    | 'identity'
    | 'owner'
    | 'kind'
    | 'words'
    | 'place'
    | 'dueAt'
    | 'overdue'
    | 'boothId'
    | 'under'
    | 'enterprise'
    | 'hiddenFrom'
    | 'grade'
    | 'handedAt'
    | 'progressDueAt'
    | 'watchUntil'
    | 'recheckAt'
    | 'listing'
    | 'proofs'
  >
> & { id?: string; state?: HazardState; number?: number; createdAt?: Date }

// The clock has no reason to remind anybody within the days a test plays in, unless it says so.
export const fixingOf = (
  state: HazardState,
  planned: boolean,
  createdAt: Date,
  { handedAt, progressDueAt, watchUntil, recheckAt, listing, proofs }: HazardOptions,
): Pick<HazardDoc, keyof typeof unfixed> => ({
  ...unfixed,
  handedAt: handedAt ?? (isBeingFixed(state) || planned ? new Date(createdAt.getTime() + 2 * day) : null),
  progressDueAt: progressDueAt ?? null,
  ...{ listing: listing ?? null, proofs: proofs ?? unfixed.proofs, recheckAt: recheckAt ?? null },
  watchUntil:
    watchUntil ??
    (state === 'closed' || state === 'ceased' || state === 'reopened'
      ? new Date(createdAt.getTime() + 90 * day)
      : null),
  ...(isBeingFixed(state) || planned ? { record: 'danger' as const, source: 'worker' as const } : {}),
  plan: planned ? { ...fivePlan, at: createdAt, by: personId('zeneng-fixer') } : null,
})
