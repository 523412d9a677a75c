import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { mostLedgerViews, type LedgerView, type ledgerViewEntries } from 'types/hazard-ledger-views'
import type { Handler } from '../../kit/serve'
import { findViews, putViews } from './saved-view-store'

type Entries = typeof ledgerViewEntries

const ledgerViews: Handler<Entries['ledgerViews']> = async (_input, { caller }) => ({
  items: (await findViews(caller.openid))?.items ?? [],
})

/** Changes an officer's views; where nothing changes nothing is written, so that a retry gets the same answer. */
const change = async (openid: string, to: (items: readonly LedgerView[]) => LedgerView[]) => {
  const { rev, items } = (await findViews(openid)) ?? { rev: 0, items: [] }
  const next = to(items)
  if (isDeepStrictEqual(next, items)) return { items }
  if (!(await putViews({ _id: openid, rev, items: next }))) throw new AppError('CONFLICT')
  return { items: next }
}

const put = (items: readonly LedgerView[], view: LedgerView): LedgerView[] => {
  const others = items.map((one) => (view.first ? { ...one, first: false } : one))
  if (others.some(({ id, name }) => name === view.name && id !== view.id))
    throw new AppError('INVALID_INPUT', { fields: { name: '已经有同名的视图，请换一个名称' } })
  if (others.some(({ id }) => id === view.id)) return others.map((one) => (one.id === view.id ? view : one))
  if (others.length >= mostLedgerViews)
    throw new AppError('NOT_ALLOWED_NOW', { message: `最多保存 ${mostLedgerViews} 个视图，请先删除不用的。` })
  return [...others, view]
}

/** Saves a filter under a name, or changes the one of that id; at most one is the first. */
const saveLedgerView: Handler<Entries['saveLedgerView']> = ({ _id: id, ...view }, { caller }) =>
  change(caller.openid, (items) => put(items, { id, ...view }))

const dropLedgerView: Handler<Entries['dropLedgerView']> = ({ id }, { caller }) =>
  change(caller.openid, (items) => items.filter((one) => one.id !== id))

export const ledgerViewHandlers = { ledgerViews, saveLedgerView, dropLedgerView }
