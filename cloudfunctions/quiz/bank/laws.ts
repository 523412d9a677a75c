import { AppError } from 'types/app-error'
import { dateOf, startOfDay } from 'types/calendar'
import type { quizContract } from 'types/quiz'
import { lawId, lawMachine, lawName, type LawRow, type LawVersion } from 'types/quiz-laws'
import type * as z from 'types/zod'
import { born, move, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import type { LawDoc } from './bank-documents'
import { createLaw, findLaw, laws as store, listDueLaws, listLaws } from './law-store'

type Contract = typeof quizContract

const toRow = (law: LawDoc): z.input<typeof LawRow> => {
  const { _id: id, name, state, current, next, versions, updatedAt, version } = law
  return { id, name, state, current, next, versions, updatedAt, version }
}

export const laws: Handler<Contract['laws']> = async (_, { caller }) => {
  const mayChange = caller.grants.some(({ under }) => under.length === 1)
  return { items: (await listLaws()).map(toRow), mayChange }
}

const rowAgain = (before: LawDoc | null, by: string, first: LawVersion) => {
  const same = before?.events[0]?.by === by && before.versions.at(-1)?.version === first.version
  if (!before || !same) throw new AppError('ALREADY_EXISTS', { message: '这部法规已经登记过，请在列表里记录修订。' })
  return toRow(before)
}

/** Work of the drainer: live questions over an older text leave the draw until somebody has confirmed them. */
const outdated = ({ _id, name }: Pick<LawDoc, '_id' | 'name'>, current: string) => ({
  ...{ to: 'local', kind: 'outdated', payload: { law: _id, name, current } },
})

type Push = ReturnType<typeof outdated>
type First = Omit<LawVersion, 'note'> & { name: string }

/** A law as it enters the register, with the text in force. `root`: the union that keeps the register. */
export const bornLaw = (
  { name, ...text }: First,
  root: NodeDoc,
  acting: Acting,
  at: Date,
  push: readonly Push[] = [],
): LawDoc => {
  const first = { ...text, note: '' }
  const birth = { _id: lawId(name), state: 'current' as const, under: root.under, subject: `法规《${name}》`, at }
  return {
    ...born(acting, { ...birth, data: { lawVersion: first.version }, push }),
    ...{ nodeId: root._id, name, current: first.version, versions: [first], next: null, enforceAt: null },
  }
}

/**
 * Enters a law into the register; its name is its only place, so nobody enters it twice. Unions may have questions over
 * an older text of it already.
 */
export const addLaw: Handler<Contract['addLaw'], NodeDoc> = async (input, { subject: node, now, acting, caller }) => {
  const first = { version: input.lawVersion, from: input.from, note: '' }
  const name = lawName(input.name)
  const push = [outdated({ _id: lawId(name), name }, first.version)]
  const law = bornLaw({ ...first, name }, node, acting('officer'), now, push)
  return (await createLaw(law)) ? toRow(law) : rowAgain(await findLaw(law._id), caller.personId, first)
}

const inForce = (law: LawDoc, next: LawVersion) => ({
  ...{ current: next.version, versions: [next, ...law.versions], next: null, enforceAt: null },
})

const checkNext = ({ versions, current }: LawDoc, { version, from }: LawVersion) => {
  const [latest] = versions
  if (version === current) throw new AppError('INVALID_INPUT', { fields: { lawVersion: '这就是现行的版本' } })
  if (latest && from <= latest.from)
    throw new AppError('INVALID_INPUT', { fields: { from: `要晚于现行版本的施行日期 ${latest.from}` } })
}

/** Notes a new text of a law. In force already: its questions are looked through at once; else on its first day. */
export const amendLaw: Handler<Contract['amendLaw'], NodeDoc> = async (input, { now, acting }) => {
  const law = await findLaw(input.id)
  if (!law) throw new AppError('NOT_FOUND')
  const next = { version: input.lawVersion, from: input.from, note: input.note ?? '' }
  const data = { lawVersion: next.version, from: next.from }
  const isReplay = law.version === input.version + 1 && law.events.at(-1)?.data.lawVersion === next.version
  if (!isReplay) checkNext(law, next)
  const already = next.from <= dateOf(now)
  const set = already ? inForce(law, next) : { next, enforceAt: startOfDay(next.from) }
  const push = already ? [outdated(law, next.version)] : []
  const step = { at: now, set, data, push, same: law.events.at(-1)?.data.from === next.from }
  const act = already ? 'amend' : 'announce'
  const { state, version } = await move(store, lawMachine, law, acting('officer'), act, input.version, step)
  return toRow(isReplay ? law : { ...law, ...set, state, version, updatedAt: now })
}

const clock = { by: 'clock', name: '系统', actor: 'clock', verb: '法规修订施行' } as const

/** What was announced comes into force on its day. */
export const enforceDue = async (now: Date) => {
  for (const law of await listDueLaws(now)) {
    if (!law.next) continue
    const push = [outdated(law, law.next.version)]
    const step = { at: now, set: inForce(law, law.next), data: { lawVersion: law.next.version }, push }
    await move(store, lawMachine, law, clock, 'enforce', law.version, step)
  }
}
