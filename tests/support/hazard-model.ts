import type { HazardState } from 'types/hazard'
import { hazardMachine, type HazardAct } from 'types/hazard-machine'
import { findMove, type Actor, type Move } from 'types/state-machine'

/** What the rules of a hazard rest on, and nothing else: made beside the functions, to be compared with them. */
export type Model = {
  state: HazardState
  grade: 'general' | 'major' | null
  /** Who was asked to fix or answered. */
  hands: readonly string[]
  planned: boolean
  /** The answer it stands with was given on the spot. */
  onSpot: boolean
  photo: boolean
  proofs: { regulator: boolean; congress: boolean }
  listed: boolean
  /** Who waits for an answer to his wish for more time. */
  asked: string | null
  closedBy: string | null
  /** The enterprise was said to exist no more, and nobody was asked to fix it since. */
  ceased: boolean
}
export type Doing = { act: HazardAct; who: string; actor: Actor; grade?: 'general' | 'major'; to?: string }

export const fresh: Model = {
  ...{ state: 'reported', grade: null, hands: [], planned: false, onSpot: false, photo: false },
  ...{ proofs: { regulator: false, congress: false }, listed: false, asked: null, closedBy: null },
  ceased: false,
}

const given = () => true
const isAnother = (model: Model, { act, who }: Doing) =>
  act === 'grantExtension' || act === 'refuseExtension' ? model.asked !== who : !model.hands.includes(who)

/** Every fact a row of the table asks for; what comes with a well-formed input is always there. */
const facts: Record<string, (model: Model, doing: Doing) => boolean> = {
  ...{ 'serial number': given, reason: given, words: given, fixer: given, deadline: given, suggestion: given },
  ...{ 'after photo': given, 'later date': given, 'five commitments': given, 'same day': given },
  ...{ 'within 90 days': given, 'open target': given, enterprise: given, 'proof of its end': given },
  'was fixed': ({ ceased }) => !ceased,
  'fixer gone': () => false,
  'general grade': ({ grade }) => grade === 'general',
  major: ({ grade }) => grade === 'major',
  plan: ({ planned }) => planned,
  'no plan': ({ planned }) => !planned,
  'none asked': ({ asked }) => asked === null,
  asked: ({ asked }) => asked !== null,
  evidence: ({ photo }) => photo,
  'another person': isAnother,
  listed: ({ listed }) => listed,
  'not listed': ({ listed }) => !listed,
  'proofs where major': ({ grade, proofs }) => grade !== 'major' || (proofs.regulator && proofs.congress),
}

const holds = (model: Model, doing: Doing) => (name: string) => {
  const fact = facts[name]
  if (!fact) throw new Error(`the table asks for a fact nobody knows: ${name}`)
  return fact(model, doing)
}

const withHand = ({ hands }: Model, who: string) => [...new Set([...hands, who])]

const effects: Partial<Record<HazardAct, (model: Model, doing: Doing) => Partial<Model>>> = {
  accept: (_, { grade = 'general' }) => ({ grade }),
  assign: (model, { to = '' }) => ({
    hands: withHand(model, to),
    planned: false,
    onSpot: false,
    asked: null,
    ceased: false,
  }),
  plan: () => ({ planned: true }),
  fixOnSpot: (model, { who }) => ({ hands: withHand(model, who), photo: true, onSpot: true }),
  answer: (model, { who }) => ({ hands: withHand(model, who), photo: true, onSpot: false }),
  askExtension: (_, { who }) => ({ asked: who }),
  grantExtension: () => ({ asked: null }),
  refuseExtension: () => ({ asked: null }),
  prove: () => ({ proofs: { regulator: true, congress: true } }),
  list: () => ({ listed: true }),
  delist: () => ({ listed: false }),
  close: (_, { who }) => ({ closedBy: who }),
  cease: (_, { who }) => ({ ceased: true, closedBy: who }),
  uphold: (_, { who }) => ({ closedBy: who }),
}

type Row = Move<HazardState, HazardAct>

/** Where a doing leads by the table and its facts; null where it is refused. */
export const step = (model: Model, doing: Doing): Model | null => {
  const row: Row | undefined = findMove(hazardMachine, model.state, doing.act, doing.actor)
  if (!row?.requires?.every(holds(model, doing))) return row && !row.requires ? { ...model, state: row.to } : null
  return { ...model, ...effects[doing.act]?.(model, doing), state: row.to }
}

/** What must be true of a hazard whatever was done to it; the names of what is not. */
export const broken = (model: Model): string[] => {
  const closed = model.state === 'closed'
  const isFixing = model.state === 'fixing' || model.state === 'answered' || closed
  const rules: [string, boolean][] = [
    ['closed without a picture', closed && !model.photo],
    ['closed by who fixed it', closed && model.hands.includes(model.closedBy ?? '')],
    [
      'major, closed without both reports',
      closed && model.grade === 'major' && !Object.values(model.proofs).every(Boolean),
    ],
    ['closed while it was listed', closed && model.listed],
    ['closed as fixed where nobody was left to fix', closed && model.ceased],
    ['ended by who was to fix it', model.state === 'ceased' && model.hands.includes(model.closedBy ?? '')],
    ['ended while it was listed', model.state === 'ceased' && model.listed],
    ['fixed without a plan', isFixing && !model.planned && !model.onSpot],
    ['major, fixed on the spot', model.onSpot && model.grade === 'major'],
  ]
  return rules.filter(([, isBroken]) => isBroken).map(([name]) => name)
}
