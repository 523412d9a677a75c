import { endOfDay, addDays, startOfDay } from 'types/calendar'
import { isBeingFixed, ledgerShelf } from 'types/hazard'
import { monthsOf, stepPeriod, type CoverPeriod } from 'types/hazard-coverage'
import type { LedgerFilter } from 'types/hazard-ledger'
import { searchTerms } from 'types/text-similarity'
import { command } from '../../kit/cloud'
import type { Filter } from '../../kit/collection'

const daysOf = (period: CoverPeriod) => {
  const months = monthsOf(period)
  const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
  return { from: startOfDay(`${first}-01`), until: endOfDay(addDays(`${stepPeriod(last, 1)}-01`, -1)) }
}

// What no shelf is kept for is looked at document by document within the shelf.
const within = ({ state, overdue, listed, record, level, source, kind }: LedgerFilter): Filter => ({
  ...(state && (overdue || listed) && { state }),
  ...(overdue && listed && { overdue }),
  ...(source && kind && { source }),
  ...(record && (kind || source) && { record }),
  ...(level && (kind || source || record) && { level }),
})

/** Where a reading in steps stopped: among the urgent ones or not, at which moment, and which of it were read. */
export type ReadTo = { urgent: number; at: Date | null; seen: readonly string[] }

const reportedIn = (period?: CoverPeriod, to?: Date | null): Filter => {
  const days = period ? daysOf(period) : null
  const until = [days?.until, to ?? undefined]
    .filter((at) => at !== undefined)
    .sort((a, b) => a.getTime() - b.getTime())[0]
  const bounds = [...(days ? [command.gte(days.from)] : []), ...(until ? [command.lte(until)] : [])]
  return bounds.length > 0 ? { createdAt: command.and(...bounds) } : {}
}

type How = {
  /** The order of deadlines is asked for, which only what is being fixed has. */
  due?: boolean
  /** Only what comes after this, newest first. */
  after?: ReadTo
}

/**
 * What of a node's ledger is asked for, as one filter over its shelves: terms come first, for they narrow most.
 * @returns null where nothing can match
 */
export const ledgerWhere = (nodeId: string, asked: LedgerFilter, { due, after }: How = {}): Filter | null => {
  const { state, overdue, listed, kind, source, record, level, words = '', enterpriseId } = asked
  const terms = searchTerms(words)
  if ((overdue && state !== undefined && !isBeingFixed(state)) || (words !== '' && terms.length === 0)) return null
  const shelf = {
    shelves: ledgerShelf(enterpriseId ?? nodeId, { state, overdue, listed, kind, source, record, level, due }),
    ...(after && { urgent: after.urgent }),
    ...reportedIn(asked.period, after?.at),
    ...(after && after.seen.length > 0 && { _id: command.nin(after.seen) }),
    ...within(asked),
    // Of an enterprise only what the asking node sees: a hidden report is kept from the employer's own union.
    ...(enterpriseId && { under: nodeId }),
  }
  return terms.length > 0 ? command.and(...terms.map((term) => ({ terms: term })), shelf) : shelf
}
