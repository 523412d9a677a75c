import { findMove, type Actor } from 'types/state-machine'
import {
  applicationMachine,
  isReviewStage,
  reviewStages,
  type ApplicationAct,
  type ApplicationState,
  type ReviewDecision,
} from 'types/volunteer'
import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { cast, consent, form, idOf, personLine, place, type Place } from './volunteer'
import { applyAs, member, type Done, type Member, type RowResult } from './volunteer-crowd'

const states = Object.keys(applicationMachine.states) as ApplicationState[]
const decisions: ReviewDecision[] = ['approve', 'return', 'reject']

type Office = { role: 'officer' | 'regulator'; at: Place }
type Person = { openid: string; offices: readonly Office[] }

/** Everybody who tries: both authorities at every level, another district, one in both offices, and people without one. */
export const walkers: readonly Person[] = [
  { openid: 'root-officer', offices: [{ role: 'officer', at: 'root' }] },
  { openid: 'east-officer', offices: [{ role: 'officer', at: 'east' }] },
  { openid: 'base-officer', offices: [{ role: 'officer', at: 'eastStreet' }] },
  { openid: 'west-officer', offices: [{ role: 'officer', at: 'west' }] },
  { openid: 'plant-officer', offices: [{ role: 'officer', at: 'plant' }] },
  { openid: 'city-regulator', offices: [{ role: 'regulator', at: 'cityRegulator' }] },
  { openid: 'east-regulator', offices: [{ role: 'regulator', at: 'eastRegulator' }] },
  {
    openid: 'both-hats',
    offices: [
      { role: 'officer', at: 'east' },
      { role: 'regulator', at: 'eastRegulator' },
    ],
  },
  { openid: 'worker', offices: [] },
  { openid: 'applicant', offices: [] },
]
/** The people of the walk, for the seed. */
export const walkCast = () => [...cast(), personLine('plant-officer', '石敢当', { role: 'officer', at: 'plant' })]

type Try = { id: string; version: number; openid: string }
type Act = { name: string; call: (cloud: Cloud, one: Try) => Promise<Done> }

const review = (entry: 'unionReview' | 'regulatorReview', decision: ReviewDecision): Act => ({
  name: `${entry}/${decision}`,
  call: (cloud, { id, version, openid }) =>
    cloud.call<Done>('volunteer', entry, { id, version, decision, opinion: '意见。' }, openid),
})
const many = (decision: ReviewDecision): Act => ({
  name: `reviewMany/${decision}`,
  call: async (cloud, { id, version, openid }) => {
    const input = { rows: [{ id, version }], decision, opinion: '意见。' }
    const { results } = await cloud.call<{ results: RowResult[] }>('volunteer', 'reviewMany', input, openid)
    const [result] = results
    if (!result?.ok) throw new Error(result?.reason)
    return result as unknown as Done
  },
})
const plain = (entry: string, also: object): Act => ({
  name: entry,
  call: (cloud, { id, version, openid }) => cloud.call<Done>('volunteer', entry, { id, version, ...also }, openid),
})

const street = { nodeId: idOf('eastStreet') }
/** Whatever can be called about one application. */
export const walkActs: readonly Act[] = [
  ...decisions.map((decision) => review('unionReview', decision)),
  ...decisions.map((decision) => review('regulatorReview', decision)),
  ...decisions.map(many),
  plain('withdraw', {}),
  plain('quit', { reason: '不再参加' }),
  plain('removeVolunteer', { reason: '长期失联' }),
  plain('appealRemoval', { words: '有病历。' }),
  { ...plain('decideAppeal', { uphold: true, opinion: '属实。' }), name: 'decideAppeal/uphold' },
  { ...plain('decideAppeal', { uphold: false, opinion: '维持。' }), name: 'decideAppeal/dismiss' },
  {
    name: 'resubmit',
    call: (cloud, { id, version, openid }) => {
      const rest = { ...form({ ...street }), idCard: undefined, phone: undefined }
      const input = { id, version, form: { ...rest, ...nameOf(id) }, consent: consent() }
      return cloud.call<Done>('volunteer', 'resubmit', input, openid)
    },
  },
]

const names = new Map<string, string>()
const nameOf = (id: string) => ({ name: names.get(id) ?? '', signature: names.get(id) ?? '' })

export type Triple = { state: ApplicationState; act: Act; person: Person }
export const everyTriple: readonly Triple[] = states.flatMap((state) =>
  walkActs.flatMap((act) => walkers.map((person) => ({ state, act, person }))),
)

// What the table and the tree say, put together by hand and apart from the function: lines of nodes whose office counts.
const lines: Partial<Record<ApplicationState, readonly string[]>> = {
  'first-review': place.eastStreet,
  submitted: place.east,
  'union-approved': place.eastRegulator,
}
const holds = ({ offices }: Person, role: 'officer' | 'regulator', line: readonly string[]) =>
  offices.some((office) => office.role === role && line.includes(idOf(office.at)))
const ownActs: Record<string, ApplicationAct> = { withdraw: 'withdraw', quit: 'quit', appealRemoval: 'appeal' }
const officeActs: Record<string, readonly [ApplicationAct, readonly string[]]> = {
  removeVolunteer: ['remove', place.east],
  // Removed by the district: the city answers.
  'decideAppeal/uphold': ['appeal-uphold', place.root],
  'decideAppeal/dismiss': ['appeal-dismiss', place.root],
}

const reviewTo = (state: ApplicationState, entry: string, decision: string, person: Person) => {
  if (!isReviewStage(state)) return null
  const { actor, acts } = reviewStages[state]
  const fits = entry === 'reviewMany' || (entry === 'unionReview') === (actor === 'officer')
  if (!fits || !holds(person, actor, lines[state] ?? [])) return null
  return findMove(applicationMachine, state, `${acts}-${decision as ReviewDecision}`, actor)?.to ?? null
}

const toBy = (state: ApplicationState, act: ApplicationAct, by: Actor) =>
  findMove(applicationMachine, state, act, by)?.to ?? null

/** The state this must lead to; null where it must be refused and change nothing. */
export const expected = ({ state, act: { name }, person }: Triple): ApplicationState | null => {
  const [entry = '', decision = ''] = name.split('/')
  if (/eview/.test(entry)) return reviewTo(state, entry, decision, person)
  const office = officeActs[name]
  if (office) return holds(person, 'officer', office[1]) ? toBy(state, office[0], 'officer') : null
  if (person.openid !== 'applicant') return null
  // Returned by the street: it begins there again.
  if (name === 'resubmit') return toBy(state, 'resubmit-base', 'applicant')
  const own = ownActs[name]
  return own ? toBy(state, own, 'applicant') : null
}

type Step = readonly [act: string, who: string]
const enrolling: Step[] = [
  ['unionReview/approve', 'base-officer'],
  ['unionReview/approve', 'east-officer'],
  ['regulatorReview/approve', 'east-regulator'],
]
const removal: Step = ['removeVolunteer', 'east-officer']
const ways: Record<ApplicationState, readonly Step[]> = {
  'first-review': [],
  submitted: enrolling.slice(0, 1),
  'union-approved': enrolling.slice(0, 2),
  enrolled: enrolling,
  returned: [['unionReview/return', 'base-officer']],
  rejected: [['unionReview/reject', 'base-officer']],
  withdrawn: [['withdraw', 'applicant']],
  quit: [...enrolling, ['quit', 'applicant']],
  removed: [...enrolling, removal],
  appealed: [...enrolling, removal, ['appealRemoval', 'applicant']],
}

const actNamed = (name: string) => walkActs.find((act) => act.name === name) as Act

/** A fresh application, brought to a state by the real functions. */
export const bring = async (cloud: Cloud, state: ApplicationState, one: Member): Promise<Try> => {
  names.set(one.id, one.name)
  await applyAs(cloud, one, street)
  let version = 0
  for (const [act, who] of ways[state]) {
    const openid = who === 'applicant' ? one.openid : who
    version = (await actNamed(act).call(cloud, { id: one.id, version, openid })).version
  }
  return { id: one.id, version, openid: one.openid }
}

const standing = async (cloud: Cloud, id: string) => {
  const [doc] = await rawDocuments(cloud, 'applications', { _id: id })
  return { state: doc?.state as ApplicationState, version: doc?.version as number }
}

/** Tries every triple on the real function. @returns how many went through, and what went otherwise than it must */
export const walk = async (cloud: Cloud, triples: readonly Triple[]) => {
  const at = new Map<ApplicationState, Try>()
  const wrong: string[] = []
  let [through, next] = [0, 0]
  for (const triple of triples) {
    const { state, act, person } = triple
    const one = at.get(state) ?? (await bring(cloud, state, member(next++)))
    at.set(state, one)
    const openid = person.openid === 'applicant' ? one.openid : person.openid
    const reached = await act.call(cloud, { ...one, openid }).then(
      (done) => done.state as ApplicationState,
      () => null,
    )
    const must = expected(triple)
    const now = await standing(cloud, one.id)
    const kept = now.state === state && now.version === one.version
    if (reached !== must || (must ? now.state !== must : !kept))
      wrong.push(
        `${state} ${act.name} ${person.openid}: ${reached ?? 'refused'}, now ${now.state}, must ${must ?? 'refuse'}`,
      )
    if (must) through += 1
    if (!kept) at.delete(state)
  }
  return { through, wrong, made: next }
}
