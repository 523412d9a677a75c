import { AppError } from 'types/app-error'
import { isDeepStrictEqual } from 'node:util'
import { shippedPushRules, type pushRuleEntries } from 'types/notice-rules'
import type { Subject } from '../../kit/access'
import { born, isReplay, record } from '../../kit/aggregate'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { findNode } from '../node-store'
import { createRules, findRules, rulesId, rulesStore } from './rules-store'

type Entries = typeof pushRuleEntries

/** The root of the caller's own tree: only a grant on the root itself reaches it. */
export const root: Subject<NodeDoc> = {
  load: (_: object, { grants }: Caller) => findNode(grants[0]?.under[0] ?? ''),
  under: ({ _id }) => [_id],
}

export const pushRules: Handler<Entries['pushRules']> = async (_input, { caller, grant }) => {
  const doc = await findRules(grant?.under[0] ?? '')
  return {
    ...{ rules: { ...shippedPushRules, ...doc?.rules }, version: doc?.version ?? null },
    mayChange: caller.grants.some(({ under }) => under.length === 1),
  }
}

/** @throws AppError CONFLICT where another administrator was faster */
export const setPushRules: Handler<Entries['setPushRules'], NodeDoc> = async (
  { version, rules },
  { subject: node, acting, now },
) => {
  const doc = await findRules(node._id)
  const who = acting('officer')
  const isAgain = doc && (version === null ? doc.version === 0 : isReplay(doc, who, 'set', version))
  if (isAgain && doc.events.at(-1)?.by === who.by && isDeepStrictEqual(doc.rules, rules))
    return { id: doc._id, state: doc.state, version: doc.version }
  if ((doc?.version ?? null) !== version) throw new AppError('CONFLICT')
  const data = { rules }
  if (doc) return record(rulesStore, doc, who, 'set', { at: now, set: { rules }, data })
  const birth = {
    _id: rulesId(node._id),
    state: 'kept' as const,
    under: node.under,
    subject: '推送规则',
    at: now,
    data,
  }
  const made = { ...born(who, birth), rules }
  if (await createRules(made)) return { id: made._id, state: made.state, version: made.version }
  throw new AppError('CONFLICT')
}
