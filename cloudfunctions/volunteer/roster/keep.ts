import { AppError } from 'types/app-error'
import { isCalendarDate } from 'types/calendar'
import { mostRosterRows, rosterMachine, type rosterEntries } from 'types/volunteer-roster'
import { move, record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { Work } from '../local-work'
import { findLatest, findRoster, listRows, noteRostered, rosters } from './roster-store'
import type { RosterDoc } from './roster'

type Entries = typeof rosterEntries

/** Caller, roster, the latest one, write; where everybody stands on it follows. */
export const confirmRoster: Handler<Entries['confirmRoster'], RosterDoc> = async (
  { version },
  { subject: doc, caller, grant, now, acting },
) => {
  const latest = await findLatest(doc.regulator.id)
  if (doc.state === 'sealed' && latest?._id !== doc._id)
    throw new AppError('NOT_ALLOWED_NOW', { message: `监管部门已反馈第 ${latest?.no} 版，请确认最新的一版。` })
  const { personId, name } = caller
  const set = { confirmed: { personId, name: name ?? '', unit: grant?.nodeName ?? '', at: now } }
  const push = [{ to: 'local', kind: 'rostered', payload: { rosterId: doc._id } }]
  const step = { at: now, set, data: { no: doc.no, hash: doc.hash }, push }
  return move(rosters, rosterMachine, doc, acting('officer'), 'confirm', version, step)
}

export const questionRoster: Handler<Entries['questionRoster'], RosterDoc> = async (
  { version, words },
  { subject: doc, now, acting },
) =>
  move(rosters, rosterMachine, doc, acting('officer'), 'question', version, {
    ...{ at: now, same: doc.question === words, set: { question: words }, data: { no: doc.no } },
  })

const sameCopy = (left: RosterDoc['copies'][number] | undefined, recipient: string, on: string) =>
  left?.recipient === recipient && left.on === on

/** That a copy went to somebody, and on which day. */
export const noteCopy: Handler<Entries['noteCopy'], RosterDoc> = async (
  { version, recipient, on, note = '' },
  { subject: doc, caller, now, acting },
) => {
  if (!isCalendarDate(on)) throw new AppError('INVALID_INPUT', { fields: { on: '请选择报送日期' } })
  if (doc.version === version + 1 && sameCopy(doc.copies.at(-1), recipient, on))
    return { id: doc._id, state: doc.state, version: doc.version }
  if (doc.state !== 'confirmed')
    throw new AppError('NOT_ALLOWED_NOW', { message: '工会确认收到名册后，才能登记报送。' })
  if (doc.version !== version) throw new AppError('CONFLICT')
  const copies = [...doc.copies, { recipient, on, note, by: caller.name ?? '', at: now }].slice(-50)
  return record(rosters, doc, acting('officer'), 'copy', { at: now, set: { copies }, data: { recipient, on } })
}

const atOnce = 20

/** Work of `rostered`: everybody on the version learns his number. Twice it says the same. */
export const spreadRoster: Work = async ({ payload }) => {
  const doc = typeof payload.rosterId === 'string' ? await findRoster(payload.rosterId) : null
  if (doc?.state !== 'confirmed') return
  const rows = await listRows(doc.list, mostRosterRows)
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce)
    await Promise.all(
      some.map(({ applicationId, no }) => noteRostered(applicationId, { id: doc._id, version: doc.no, no })),
    )
  }
}
