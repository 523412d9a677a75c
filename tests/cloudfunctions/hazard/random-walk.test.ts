import { dateOf } from 'types/calendar'
import { foundField, foundKey, isFound } from 'types/hazard-found'
import { hazardMachine, type HazardAct } from 'types/hazard-machine'
import { movesFor } from 'types/state-machine'
import { startCloud, type Cloud } from '../../support/cloud'
import {
  hazardEnv,
  hazardId,
  hazardLine,
  hazardManifest,
  readAll,
  settle,
  toSeed,
  world,
} from '../../support/factories/hazard'
import { actingOn } from '../../support/factories/hazard-acts'
import { personId } from '../../support/factories/hazard-way'
import { broken, fresh, step, type Doing, type Model } from '../../support/hazard-model'
import { random } from '../../support/random'
import { seedFile } from '../../support/seed-file'

// Two roles in one person is what the rules about another person are for.
const people = [
  ...['east-officer', 'fixer-and-officer'].map((who) => ({ who, actor: 'officer' as const })),
  ...['zeneng-fixer', 'fixer-and-officer'].map((who) => ({ who, actor: 'fixer' as const })),
  { who: 'worker-wang', actor: 'reporter' as const },
]
const names = ['walk-1', 'walk-2', 'walk-3', 'walk-4']
const steps = 45
const day = 86_400_000

let cloud: Cloud
beforeAll(async () => {
  const seeded = names.map((name) => hazardLine({ id: hazardId(name) }))
  cloud = await startCloud({
    manifest: hazardManifest(),
    seed: seedFile(toSeed([...world, ...seeded])),
    env: hazardEnv,
  })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const { stored, act } = actingOn(() => cloud)

/** A day later than what stands, so that a wish for more time is always one. */
const laterThan = (at: Date | null | undefined) => new Date((at?.getTime() ?? 0) + day).toISOString()

const changeOf = async (name: string, { act: verb, grade, to }: Doing): Promise<object> => {
  const doc = await stored(name)
  if (verb === 'accept') return { grade }
  if (verb === 'assign') return { fixerId: personId(to ?? '') }
  if (verb === 'askExtension') return { dueAt: laterThan(doc.dueAt) }
  return verb === 'extendListing' ? { dueAt: laterThan(doc.listing?.dueAt) } : {}
}

const picker = (seed: number) => {
  const next = random(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
  const acts = [...new Set(hazardMachine.moves.map(({ act: verb }) => verb))]
  const left: readonly HazardAct[] = ['decline', 'merge', 'returnUnplanned']
  return (model: Model): Doing => {
    const someone = pick(people)
    const here = movesFor(hazardMachine, model.state, someone.actor).map(({ act: verb }) => verb)
    const choice = (next() < 0.85 && here.length > 0 ? here : acts).filter((verb) => !left.includes(verb))
    const act_ = choice.length > 0 ? pick(choice) : 'close'
    return { act: act_, ...someone, grade: pick(['general', 'major']), to: pick(['zeneng-fixer', 'fixer-and-officer']) }
  }
}

// One entry makes either return: by its plan, or without one.
const asModelled = (model: Model, doing: Doing): Doing =>
  doing.act === 'return' && !model.planned ? { ...doing, act: 'returnUnplanned' } : doing

// Who holds two offices is let through by either.
const expectedOf = (model: Model, doing: Doing) => {
  const actors = doing.who === 'fixer-and-officer' ? (['officer', 'fixer'] as const) : [doing.actor]
  const ways = actors.map((actor) => step(model, asModelled(model, { ...doing, actor })))
  return ways.find((way) => way !== null) ?? null
}

test.each(names.map((name, index) => [name, 7 + index] as const))(
  '%s: whatever is done at random, functions and rules say the same, and what must hold holds',
  async (name, seed) => {
    const choose = picker(seed)
    let model: Model = fresh
    let taken = 0
    for (let count = 0; count < steps; count++) {
      const doing = choose(model)
      const expected = expectedOf(model, doing)
      const change = await changeOf(name, doing)
      const code = await act(name, doing.act, doing.who, change).then(
        () => 'OK',
        (failure: { code: string }) => failure.code,
      )
      const told = [doing.act, doing.who, model.state]
      expect([...told, code === 'OK']).toEqual([...told, expected !== null])
      if (!expected) continue
      taken += 1
      model = expected
      // Its picture is cleaned before anybody decides on it.
      if (model.state === 'answered' && (doing.act === 'answer' || doing.act === 'fixOnSpot')) await settle(cloud)
      const { state, plan, hands, listing } = await stored(name)
      expect([state, plan !== null, listing !== null && listing.delisted === null]).toEqual([
        ...[model.state, model.planned, model.listed],
      ])
      expect([...hands].sort()).toEqual(model.hands.map(personId).sort())
      expect(broken(model)).toEqual([])
    }
    expect(taken).toBeGreaterThan(10)
  },
)

test('what was found and closed by day and kind, of every union, is what a recount of the records says', async () => {
  await settle(cloud)
  const recount: Record<string, number> = {}
  const docs = await Promise.all(names.map(stored))
  for (const { state, createdAt, kind, under } of docs)
    for (const what of isFound(state) ? (['found', ...(state === 'closed' ? ['closed'] : [])] as const) : [])
      for (const node of under) {
        const date = dateOf(createdAt)
        const key = `hazard.${foundKey(node, date.slice(0, 7))} ${foundField(date, kind, what as 'found')}`
        recount[key] = (recount[key] ?? 0) + 1
      }
  const kept: Record<string, number> = {}
  const counters = await readAll<{ _id: string; values: Record<string, number> }>(cloud, 'counters', {})
  for (const { _id, values } of counters.filter(({ _id: id }) => id.startsWith('hazard.found.')))
    for (const [field, count] of Object.entries(values)) if (count !== 0) kept[`${_id} ${field}`] = count
  expect(Object.keys(recount).length).toBeGreaterThan(0)
  expect(kept).toEqual(recount)
})
