import type { YearState } from 'types/volunteer-year-machine'
import type { YearDoc } from './year-doc'
import { pageOfRound } from './year-store'

/** States in which somebody is part of a round. */
export const roundStates = ['proposed', 'confirmed', 'agreed', 'objected', 'sealed'] as const satisfies YearState[]
export type RoundPeople = Record<(typeof roundStates)[number], YearDoc[]>

const allOf = async (roundId: string, state: YearState): Promise<YearDoc[]> => {
  const found: YearDoc[] = []
  for (;;) {
    const page = await pageOfRound(roundId, state, found.at(-1)?._id ?? '')
    found.push(...page)
    if (page.length < 1000) return found
  }
}

/** Everybody of a round by state, with the fields a decision about the round needs. */
export const readRound = async (roundId: string): Promise<RoundPeople> => {
  const lists = await Promise.all(roundStates.map((state) => allOf(roundId, state)))
  return Object.fromEntries(roundStates.map((state, index) => [state, lists[index] ?? []])) as RoundPeople
}

export const peopleOf = (people: RoundPeople): YearDoc[] => roundStates.flatMap((state) => people[state])
export const sizeOfRound = async (roundId: string): Promise<number> => peopleOf(await readRound(roundId)).length
