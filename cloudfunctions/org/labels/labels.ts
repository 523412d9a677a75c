import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { labelKeys, labelsOf, type Labels, type labelEntries } from 'types/labels'
import { born, record } from '../../kit/aggregate'
import { labelsId } from '../../kit/labels'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { isAdministrator } from '../subjects'
import { createLabels, findLabels, labelStore, type LabelsDoc } from './label-store'

type Entries = typeof labelEntries
type Change = { key: string; from: string; to: string }

const labels: Handler<Entries['labels']> = async () => {
  const doc = await findLabels()
  return { version: doc?.version ?? null, labels: labelsOf(doc?.labels) }
}

const labelEditions: Handler<Entries['labelEditions']> = async (_input, { caller }) => {
  const doc = await findLabels()
  const items = (doc?.events ?? []).map(({ seq, at, name, data }) => ({
    ...{ version: seq - 1, at, by: name },
    changes: (data.changes as Change[] | undefined) ?? [],
  }))
  return { mayChange: caller.grants.some(isAdministrator), items: items.reverse() }
}

const changesOf = (before: Labels, after: Labels): Change[] =>
  labelKeys.flatMap((key) => (before[key] === after[key] ? [] : [{ key, from: before[key], to: after[key] }]))

/** New words from now on; what was written or printed before keeps the words of its day. */
const setLabels: Handler<Entries['setLabels'], NodeDoc> = async (
  { version, labels: wanted },
  { subject: root, acting, now },
) => {
  const doc = await findLabels()
  // A retry finds its own words already there.
  if (doc && isDeepStrictEqual(labelsOf(doc.labels), wanted)) return { version: doc.version, labels: wanted }
  if ((doc?.version ?? null) !== version) throw new AppError('CONFLICT')
  const by = acting('officer')
  const data = { changes: changesOf(labelsOf(doc?.labels), wanted) }
  if (doc) {
    const kept = await record(labelStore, doc, by, 'change', { at: now, set: { labels: wanted }, data })
    return { version: kept.version, labels: wanted }
  }
  const birth = { _id: labelsId, state: 'kept' as const, under: root.under, subject: '机构名称', at: now, data }
  const made: LabelsDoc = { ...born(by, birth), labels: wanted }
  if (!(await createLabels(made))) throw new AppError('CONFLICT')
  return { version: made.version, labels: wanted }
}

export const labelHandlers = { labels, labelEditions, setLabels }
