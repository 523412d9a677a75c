import { HazardState } from 'types/hazard'
import { hazardMachine, type HazardAct } from 'types/hazard-machine'
import { findMove } from 'types/state-machine'
import { cast } from './hazard'

// A return is one entry, whichever of its two moves it makes.
const acts = [...new Set(hazardMachine.moves.map(({ act }) => act))].filter((act) => act !== 'returnUnplanned')
const callings = Object.keys(cast) as (keyof typeof cast)[]

/** What the hazards of the walk through all triples are not: each has a test of its own. */
const unmet = ['fixer gone', 'same day', 'asked', 'major', 'listed']

const moveOf = (state: HazardState, act: HazardAct, calling: keyof typeof cast) => {
  const found = findMove(hazardMachine, state, act, calling === 'stranger' ? 'player' : calling)
  return found?.requires?.some((fact) => unmet.includes(fact)) ? undefined : found
}

/** Every state, act and calling. Whatever goes through has a hazard of its own; for what is refused one a state will do. */
export const everyTriple = HazardState.options.flatMap((state) =>
  acts.flatMap((act) =>
    callings.map((calling) => {
      const move = moveOf(state, act, calling)
      return { state, act, calling, move, name: move ? `${state} ${act} ${calling}` : `${state} refused` }
    }),
  ),
)

/** All that goes through and a third of what is refused; with EVERY_TRIP=1 (as `npm run prove` has it) all. */
export const walkedTriples = everyTriple.filter(({ move }, index) => move || process.env.EVERY_TRIP || index % 3 === 0)
