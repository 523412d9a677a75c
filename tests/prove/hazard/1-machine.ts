// Every state, act and calling on the real function; then a hundred thousand steps at random through the table of a
// hazard: whatever is done, what must hold holds.
import { HazardState } from 'types/hazard'
import { hazardMachine, type HazardAct } from 'types/hazard-machine'
import { figure } from '../../support/figure'
import { everyTriple } from '../../support/factories/hazard-triples'
import { broken, fresh, step, type Doing, type Model } from '../../support/hazard-model'
import { random } from '../../support/random'
import { runTestFile } from '../../support/run-test-file'

const steps = 100_000
const next = random(20_270_601)
const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T

const people = [
  ...['officer-1', 'officer-2', 'both'].map((who) => ({ who, actor: 'officer' as const })),
  ...['fixer-1', 'fixer-2', 'both'].map((who) => ({ who, actor: 'fixer' as const })),
  ...[
    { who: 'worker', actor: 'reporter' as const },
    { who: 'nobody', actor: 'regulator' as const },
  ],
]
const acts = [...new Set(hazardMachine.moves.map(({ act }) => act))]
// Mostly what the table has here, by whom it may be done; the rest of the time anything by anybody.
const doing = (model: Model): Doing => {
  const row = pick(hazardMachine.moves.filter(({ from }) => from.includes(model.state)))
  const mayBe = next() < 0.8
  const who = pick(mayBe ? people.filter(({ actor }) => row.by.includes(actor)) : people)
  const act: HazardAct = mayBe ? row.act : pick(acts)
  return { act, ...who, grade: pick(['general', 'major'] as const), to: pick(['fixer-1', 'fixer-2', 'both']) }
}

let model: Model = fresh
let [taken, refused, closings] = [0, 0, 0]
const seen = new Set<string>([fresh.state])
const done = new Set<string>()
const faults = new Set<string>()
for (let count = 0; count < steps; count++) {
  // Now and then one begins anew, so that ends are no dead ends of the walk.
  if (model.state === 'declined' || model.state === 'merged' || next() < 0.01) model = fresh
  const one = doing(model)
  const after = step(model, one)
  if (!after) {
    refused += 1
    continue
  }
  taken += 1
  if (after.state === 'closed' && model.state !== 'closed') closings += 1
  model = after
  seen.add(model.state)
  done.add(one.act)
  for (const fault of broken(model)) faults.add(`${fault} after ${one.act}`)
}

figure('steps at random', `${taken} taken, ${refused} refused`, `${steps}`, taken + refused >= steps)
figure(
  'states reached',
  `${seen.size} of ${HazardState.options.length}`,
  'all',
  seen.size === HazardState.options.length,
)
figure('acts done', `${done.size} of ${acts.length}`, 'all', done.size === acts.length)
figure('closings', `${closings}`, 'at least 500', closings >= 500)
figure('invariants broken', [...faults].join('; ') || 'none', 'none', faults.size === 0)

const { measured, holds } = runTestFile('tests/cloudfunctions/hazard/acts.test.ts')
const through = everyTriple.filter(({ move }) => move).length
figure(
  'state, act and calling walked on the function',
  `${everyTriple.length}, of them ${through} go through; ${measured}`,
  'exactly as the table says',
  holds,
)
