import type { NodeCore } from 'types/documents'
import type { Subject } from '../kit/access'
import type { Caller, StoredGrant } from '../kit/identity'
import type { HazardDoc } from './hazard'
import { findHazard } from './hazard-store'
import { letterSubject } from './letter/queries'
import { findNode } from './report/route-store'

const node: Subject<NodeCore> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}

// A fixer's grant hangs on the enterprise, whatever node it belongs to, and reaches only what was handed to him.
const admits = (doc: HazardDoc, grant: StoredGrant) =>
  grant.role === 'fixer'
    ? grant.enterpriseId !== null && grant.enterpriseId === doc.fixingFor
    : doc.under.includes(grant.nodeId)

const hazard: Subject<HazardDoc> = {
  load: (input: { id: string }) => findHazard(input.id),
  owner: (doc) => doc.owner,
  admits,
}

export const subjects = { node, hazard, letter: letterSubject }
