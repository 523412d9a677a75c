import type { ledgerEntries } from 'types/hazard-ledger'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { pageByDeadline, pageOfLedger } from '../hazard-store'
import type { Seat } from '../subjects'
import { ledgerWhere } from './ledger-filter'
import { toRows } from './views'

type Ledger = (typeof ledgerEntries)['ledger']

const countsOf = async (nodeId: string) => {
  const key = `node.${nodeId}`
  const values = (await readCounters('hazard', [key])).get(key) ?? {}
  const at = (field: string) => values[field] ?? 0
  return {
    ...{ toAccept: at('toAccept'), toAssign: at('toAssign'), planning: at('planning'), fixing: at('fixing') },
    ...{ overdue: at('overdue'), toClose: at('toClose'), closed: at('closed') },
    ...{ reopened: at('reopened'), listed: at('listed') },
  }
}

const nothing = { items: [], more: false }

/** One page of a node's ledger under a filter, and the node's counts: three trips on any page from one's own seat. */
export const ledger: Handler<Ledger, Seat> = async ({ order, page, size, ...filter }, { subject: node }) => {
  // Deadlines order what is being fixed; a search or a month is small enough to be read as it is.
  const byDeadline = order === 'due' && !filter.words && !filter.period
  const where = ledgerWhere(node._id, filter, { due: byDeadline })
  const readPage = byDeadline ? pageByDeadline : pageOfLedger
  const [counts, { items, more }] = await Promise.all([
    countsOf(node._id),
    where ? readPage(where, { page, size }) : nothing,
  ])
  return { counts, items: await toRows(items, 'other'), more }
}
