import type { NodeCore } from 'types/documents'
import { isBeingFixed } from 'types/hazard'
import type { hazardContract } from 'types/hazard-contract'
import { searchTerms } from 'types/text-similarity'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { pageOfLedger } from '../hazard-store'
import { toRows } from './views'

type Ledger = typeof hazardContract.ledger

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

/** One page of a node's ledger under a filter, and the node's counts: four trips on any page. */
export const ledger: Handler<Ledger, NodeCore> = async (input, { subject: node }) => {
  const { state, overdue = false, words = '', page, size } = input
  const { listed, kind, source, record, level } = input
  const terms = searchTerms(words)
  const isImpossible = (overdue && state !== undefined && !isBeingFixed(state)) || (words !== '' && terms.length === 0)
  const [counts, { items, more }] = await Promise.all([
    countsOf(node._id),
    isImpossible
      ? nothing
      : pageOfLedger(node._id, { state, overdue, listed, kind, source, record, level }, terms, { page, size }),
  ])
  return { counts, items: await toRows(items, 'other'), more }
}
