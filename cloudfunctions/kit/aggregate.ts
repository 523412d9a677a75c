import { AppError } from 'types/app-error'
import { chainStart, eventHash } from 'types/chain'
import { findMove, type Actor, type Machine } from 'types/state-machine'
import { command } from './cloud'
import type { CollectionOf, Filter, Patch } from './collection'
import { countRecorded } from './current-call'
import { followedTogether } from './followers'
import { storedFields } from './tree-move'

/** Who acts, as it may stand in a log for ever: `by` is a person id or a role word, never an openid of a hidden reporter. */
export type Acting = {
  by: string
  name: string
  actor: Actor
  verb: string
  /** Node in whose name the person acts: of two people with one name, it tells which. */
  office?: string
}

export type StoredEvent = {
  seq: number
  at: Date
  by: string
  name: string
  verb: string
  act: string
  from: string
  to: string
  /** Facts of the move, without personal data. */
  data: Record<string, unknown>
  hash: string
}

/** Something that must happen elsewhere; carried out by the drainer, at most once per `id`. */
export type OutboxItem = {
  id: string
  /** Function that receives it, or one of the drainer's own: `counters`, `events`, `local`. */
  to: string
  kind: string
  payload: Record<string, unknown>
}

/** What every aggregate carries beside its own fields. State, events and outbox move in one conditional update. */
export type Aggregate<State extends string> = {
  _id: string
  state: State
  version: number
  /** Union nodes (and regulator nodes once handed over) from the root down that may see it. */
  under: string[]
  /** Words for the audit list. */
  subject: string
  seq: number
  head: string
  /** The latest 20; the outbox holds each until it is archived. */
  events: StoredEvent[]
  outbox: OutboxItem[]
  /** Since when something waits for the drainer; null when nothing does. */
  outboxAt: Date | null
  createdAt: Date
  updatedAt: Date
}

type Push = Omit<OutboxItem, 'id'>
type Happening = {
  act: string
  from: string
  to: string
  at: Date
  data?: Record<string, unknown>
  push?: readonly Push[]
}

const nextEvent = (seq: number, head: string, acting: Acting, happening: Happening): StoredEvent => {
  const { act, from, to, at } = happening
  const data = acting.office ? { ...happening.data, office: acting.office } : (happening.data ?? {})
  const event = { seq, at, by: acting.by, name: acting.name, verb: acting.verb, act, from, to, data }
  return { ...event, hash: eventHash(head, event) }
}

const keepLatest = 20

const otherWords = () =>
  new AppError('NOT_ALLOWED_NOW', { message: '这一步您已经办过了，内容以第一次提交的为准，请刷新后查看。' })

// The event itself travels first: the audit trail gets it even where the document's own list has moved on.
const toOutbox = (id: string, event: StoredEvent, push: readonly Push[] = []): OutboxItem[] => [
  { id: `${id}.${event.seq}.event`, to: 'events', kind: 'event', payload: event },
  ...push.map((item, index) => ({ ...item, id: `${id}.${event.seq}.${index}` })),
]

type Birth<S extends string> = Pick<Aggregate<S>, '_id' | 'state' | 'under' | 'subject'> &
  Pick<Happening, 'at' | 'data' | 'push'>

/** The common fields of a new aggregate, its first event included. Spread into the document. */
export const born = <S extends string>(acting: Acting, birth: Birth<S>): Aggregate<S> => {
  const { _id, state, under, subject, at, data, push } = birth
  const event = nextEvent(1, chainStart, acting, { act: 'create', from: '', to: state, at, data })
  countRecorded()
  return {
    ...{ _id, state, version: 0, under, subject, seq: 1, head: event.hash, events: [event] },
    ...{ outbox: toOutbox(_id, event, push), outboxAt: at, createdAt: at, updatedAt: at },
  }
}

/**
 * The update that records one event without touching the state machine (a note, an opened identity). Exported for
 * transactions, where two aggregates move together and the caller writes the patch itself.
 */
export const recording = <S extends string>(doc: Aggregate<S>, acting: Acting, happening: Happening): Patch => {
  const event = nextEvent(doc.seq + 1, doc.head, acting, happening)
  return {
    version: doc.version + 1,
    seq: event.seq,
    head: event.hash,
    events: command.push({ each: [event], slice: -keepLatest }),
    outbox: command.push(toOutbox(doc._id, event, happening.push)),
    outboxAt: happening.at,
    updatedAt: happening.at,
  }
}

type Step = {
  at: Date
  set?: Patch
  data?: Record<string, unknown>
  push?: readonly Push[]
  /** Of a retry: whether it says what the first try said. */
  same?: boolean
}
type Moved<S extends string> = { id: string; state: S; version: number }

// A retry of a command that was answered but not heard: the document already stands one version further, moved by the
// same person with the same act.
export const isReplay = <S extends string>(doc: Aggregate<S>, acting: Acting, act: string, version: number) => {
  const last = doc.events.at(-1)
  return doc.version === version + 1 && last?.act === act && last.by === acting.by
}

type Written = { filter: Filter; from: string; to: string; act: string; step: Step }

// Where the record lies is part of what was read: a subtree's move rewrites it without a version of its own.
const lyingAt = (under: unknown): Filter => (Array.isArray(under) && under.length > 0 ? { under } : {})

/**
 * One conditional update with its event. A record that a subtree's move has not come to yet follows it in the same
 * write, with what that changes in the numbers; where the move came to it this very moment, it is written once more
 * without.
 */
const write = async <S extends string, D extends Aggregate<S>>(
  store: CollectionOf<D>,
  doc: D,
  acting: Acting,
  { filter, from, to, act, step }: Written,
): Promise<number> => {
  const { at, data, push = [] } = step
  const patchWith = (more: readonly Push[]) =>
    recording(doc, acting, { act, from, to, at, data, push: [...push, ...more] })
  const state = to === from ? {} : { state: to }
  const plain = () => store.update({ ...filter, ...lyingAt(doc.under) }, { ...step.set, ...patchWith([]), ...state })
  const stored = storedFields(doc)
  if (!stored) return plain()
  const { set, push: counted } = followedTogether(store.name, doc, stored)
  const behind = { ...filter, ...lyingAt(stored.under ?? doc.under) }
  const updated = await store.update(behind, { ...set, ...step.set, ...patchWith(counted), ...state })
  return updated > 0 ? updated : plain()
}

/**
 * Moves one aggregate by one act of its table: state, fields, event and outbox in one conditional update, one trip.
 * @param version what the person saw; another version means somebody was faster
 * @throws AppError NOT_ALLOWED_NOW where the table has no such move, or a retry says something else; CONFLICT where
 * somebody was faster
 */
export const move = async <S extends string, A extends string, D extends Aggregate<S>>(
  store: CollectionOf<D>,
  machine: Machine<S, A>,
  doc: D,
  acting: Acting,
  act: A,
  version: number,
  step: Step,
): Promise<Moved<S>> => {
  if (isReplay(doc, acting, act, version)) {
    // Who says something else the second time must not believe it was kept.
    if (step.same === false) throw otherWords()
    countRecorded()
    return { id: doc._id, state: doc.state, version: doc.version }
  }
  const row = findMove(machine, doc.state, act, acting.actor)
  if (!row) throw new AppError('NOT_ALLOWED_NOW')
  if (doc.version !== version) throw new AppError('CONFLICT')
  const filter = { _id: doc._id, state: doc.state, version }
  const updated = await write(store, doc, acting, { filter, from: doc.state, to: row.to, act, step })
  if (updated === 0) throw new AppError('CONFLICT')
  countRecorded()
  return { id: doc._id, state: row.to, version: version + 1 }
}

/**
 * Adds an event (and fields, and deliveries) without a move of the table: reading an identity, changing a profile.
 * @throws AppError CONFLICT where somebody was faster
 */
export const record = async <S extends string, D extends Aggregate<S>>(
  store: CollectionOf<D>,
  doc: D,
  acting: Acting,
  act: string,
  step: Step,
): Promise<Moved<S>> => {
  const filter = { _id: doc._id, version: doc.version }
  const updated = await write(store, doc, acting, { filter, from: doc.state, to: doc.state, act, step })
  if (updated === 0) throw new AppError('CONFLICT')
  countRecorded()
  return { id: doc._id, state: doc.state, version: doc.version + 1 }
}
