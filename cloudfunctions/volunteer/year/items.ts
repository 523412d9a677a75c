import type { YearItem } from 'types/volunteer-year'
import type * as z from 'types/zod'
import type { Attended } from './attended-store'

const counted: readonly Attended['state'][] = ['served', 'absent', 'excused', 'present', 'joined']

/** What a year shows of its activities, in their order. */
export const toItems = (attended: readonly Attended[]): z.input<typeof YearItem>[] =>
  attended
    .filter(({ state }) => counted.includes(state))
    .sort((left, right) => left.startsAt.getTime() - right.startsAt.getTime())
    .map(({ activityId, title, startsAt, special, state, minutes }) => ({
      ...{ activityId, title, startsAt, special, state, minutes },
    }))
