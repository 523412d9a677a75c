import { AppError } from 'types/app-error'
import type { ReviewStage } from 'types/volunteer'
import type { ApplicationDoc } from '../documents'
import { findNode, findRegulatorFor, listLine, type NodeDoc } from '../node-store'
import { atDesk, untouched, type Named } from './standing'

const named = ({ _id, name }: NodeDoc): Named => ({ id: _id, name })

/**
 * The union whose opinion counts for what lies under this one: itself or the nearest above that issues opinions; itself
 * where nobody in its line does. No trip where it is itself, else one.
 */
export const findQualifier = async (node: NodeDoc): Promise<NodeDoc> => {
  if (node.qualifies || node.under.length === 1) return node
  const above = await listLine(node.under)
  return (
    [...node.under].reverse().flatMap((id) => above.find((one) => one._id === id && one.qualifies) ?? [])[0] ?? node
  )
}

/** Where a new application of this union begins. One trip at most. */
export const seatFor = async (node: NodeDoc, now: Date) => {
  const qualifier = await findQualifier(node)
  const state: ReviewStage = qualifier._id === node._id ? 'submitted' : 'first-review'
  return { state, fields: { ...untouched, qualifier: named(qualifier), ...atDesk(named(node), now) } }
}

const noRegulator = () =>
  new AppError('NOT_ALLOWED_NOW', {
    message: '还没有登记对应的监管部门，申请交不出去，请联系上级工会管理员登记后再审核通过。',
  })

/** The regulator that serves the level of the union whose opinion it is. @throws AppError NOT_ALLOWED_NOW without one */
const regulatorOf = async (qualifier: NodeDoc): Promise<NonNullable<ApplicationDoc['regulator']>> => {
  const node = await findRegulatorFor(qualifier.under)
  if (!node) throw noRegulator()
  return { id: node._id, name: node.name, under: node.under }
}

type Route = { node: NodeDoc; qualifier: NodeDoc; regulator: () => ReturnType<typeof regulatorOf> }

/** Looks each union up once, however many applications ask for it. */
export const openRoutes = () => {
  const routes = new Map<string, Promise<Route>>()
  const find = async (id: string): Promise<Route> => {
    const node = await findNode(id)
    if (!node) throw new AppError('NOT_ALLOWED_NOW', { message: '申请所属的工会已不在组织树里，请联系上级工会。' })
    const qualifier = await findQualifier(node)
    let found: ReturnType<typeof regulatorOf> | undefined
    return { node, qualifier, regulator: () => (found ??= regulatorOf(qualifier)) }
  }
  return (id: string): Promise<Route> => {
    const known = routes.get(id) ?? find(id)
    routes.set(id, known)
    return known
  }
}
export type Routes = ReturnType<typeof openRoutes>

/** The line of nodes, root first, whose reviewers may speak at this stage: down to the desk, none below it. */
export const deskLine = ({ unionUnder, deskId, regulator }: ApplicationDoc, stage: ReviewStage): readonly string[] => {
  if (stage === 'union-approved') return regulator?.under ?? []
  const at = unionUnder.indexOf(deskId ?? '')
  // Moved away from under its desk meanwhile: whoever stands over it now.
  return at < 0 ? unionUnder.slice(0, -1) : unionUnder.slice(0, at + 1)
}

/** What a stage's approval leads to: fields of the next stage, by the tree as it stands now. */
export const passOn = async (doc: ApplicationDoc, stage: ReviewStage, routes: Routes, now: Date) => {
  if (stage === 'union-approved') return { state: 'enrolled' as const, set: { enrolledAt: now } }
  const { node, qualifier, regulator } = await routes(doc.node.id)
  const placed = { unionUnder: node.under, qualifier: named(qualifier) }
  if (stage === 'first-review')
    return {
      state: 'submitted' as const,
      set: { ...placed, under: node.under, ...atDesk(named(qualifier), now) },
    }
  const next = await regulator()
  return {
    state: 'union-approved' as const,
    set: { ...placed, regulator: next, under: [...node.under, ...next.under], ...atDesk(next, now) },
  }
}

const resubmits = {
  'first-review': 'resubmit-base',
  submitted: 'resubmit',
  'union-approved': 'resubmit-regulator',
} as const

/**
 * Where an application handed in again goes: back to who returned it, for the regulator did see the union's word; to the
 * beginning where another union was chosen, or what the union judged by is another (`anew`). One trip at most.
 */
export const seatAgain = async (doc: ApplicationDoc, chosen: NodeDoc | null, anew: boolean, now: Date) => {
  // A retry says again what was said, wherever it would lead by now.
  const [last] = doc.state === 'returned' ? [] : doc.events.slice(-1)
  const said = Object.values(resubmits).find((act) => act === last?.act)
  if (said) return { act: said, state: doc.state, set: {} }
  if (chosen) {
    const { state, fields } = await seatFor(chosen, now)
    const placed = { node: named(chosen), unionUnder: chosen.under, under: chosen.under, regulator: null }
    return { act: resubmits[state], state, set: { ...fields, firstOpinion: doc.firstOpinion, ...placed } }
  }
  const first = doc.qualifier.id === doc.node.id ? 'submitted' : 'first-review'
  const state: ReviewStage = anew ? first : (doc.returnedFrom ?? first)
  const under = state === 'union-approved' ? [...doc.unionUnder, ...(doc.regulator?.under ?? [])] : doc.unionUnder
  const desks = { 'first-review': doc.node, submitted: doc.qualifier, 'union-approved': doc.regulator ?? doc.qualifier }
  return { act: resubmits[state], state, set: { under, ...atDesk(desks[state], now) } }
}
