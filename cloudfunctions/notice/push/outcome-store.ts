import type { EnterpriseCore } from 'types/documents'
import { ledgerShelf } from 'types/hazard'
import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'
import type { NodeDoc } from '../documents'
import { messages } from '../send/message-store'

type Filed = Document & {
  enterprise: { id: string } | null
  identity: string
  state: string
  hiddenFrom: string[]
}
type Window = { from: Date; to: Date }

const enterprises = collection<EnterpriseCore>('enterprises')
const hazards = collection<Filed>('hazards')
const nodes = collection<NodeDoc>('nodes')

/** One page is below the thousand the platform gives, for one more is read. */
const size = 900

/** The next messages of a push in the order of their ids. */
export const listLaid = (pushId: string, after: string, limit: number) =>
  messages.list(
    { pushId, _id: command.gt(after) },
    { sort: [['_id', 'asc']], limit, fields: ['openid', 'state', 'read', 'at'] },
  )

/** Unions right below the node, by name. */
export const listChildren = (nodeId: string) =>
  nodes.list({ parentId: nodeId, state: command.neq('closed') }, { sort: [['name', 'asc']], fields: ['name'] })

/** A page of the enterprises of a subtree that are not closed, of one industry or of all. */
export const pageOfUnits = (nodeId: string, industry: string | undefined, page: number) =>
  enterprises.page(
    { under: nodeId, state: command.neq('closed'), ...(industry && { industry }) },
    { sort: [['name', 'asc']], page, size, fields: ['under'] },
  )

/**
 * A page of what was reported in the subtree from a moment on and before another. `urgent` (0 or 1): a danger to life
 * that is open; both lie in the index, each in the order of time.
 */
export const pageOfFiled = (nodeId: string, { from, to }: Window, urgent: number, page: number) =>
  hazards.page(
    { shelves: ledgerShelf(nodeId), urgent, createdAt: command.and(command.gte(from), command.lt(to)) },
    { sort: [['createdAt', 'desc']], page, size, fields: ['enterprise', 'identity', 'state', 'hiddenFrom'] },
  )
