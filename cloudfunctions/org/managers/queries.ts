import type { managerEntries } from 'types/org-managers'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { toNodeView } from '../views'
import { listPersonNames, pageAppointments, pageThin, pageThinOf } from './manager-store'

type Entries = typeof managerEntries

/** Nodes with fewer than two managers; the union root's officers also see to the regulators' tree. */
const thinNodes: Handler<Entries['thinNodes'], NodeDoc> = async ({ authority, page, size }, { subject: node }) => {
  const isRoot = node.authority === 'union' && node.parentId === null
  const found = await (authority === 'regulator' && isRoot
    ? pageThinOf('regulator', { page, size })
    : pageThin(node._id, { page, size }))
  const counted = await readCounters(
    'org',
    found.items.map(({ _id }) => `node.${_id}`),
  )
  return {
    items: found.items.map((one) => toNodeView(one, counted.get(`node.${one._id}`)?.children ?? 0)),
    more: found.more,
  }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : null)

/** Who came to and left the offices of a node, and what was agreed on their terms. */
const appointments: Handler<Entries['appointments'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageAppointments(node._id, { page, size })
  const ids = items.flatMap(({ data }) => asText(data.personId) ?? [])
  const names = await listPersonNames([...new Set(ids)])
  return {
    items: items.map(({ _id: id, at, verb, name: by, data }) => ({
      ...{ id, at, verb, by, whom: names.get(asText(data.personId) ?? '') ?? null },
      ...{ reason: asText(data.reason), until: asText(data.until) },
    })),
    more,
  }
}

export const managerQueries = { thinNodes, appointments }
