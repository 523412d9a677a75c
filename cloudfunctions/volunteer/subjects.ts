import type { Subject } from '../kit/access'
import type { Caller } from '../kit/identity'
import { findApplication } from './application-store'
import type { ApplicationDoc } from './documents'
import { findNode, type NodeDoc } from './node-store'
import { teamSubject } from './team/handlers'

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}
const application: Subject<ApplicationDoc> = {
  load: (input: { id: string }) => findApplication(input.id),
  under: (doc) => doc.under,
  owner: (doc) => doc.openid,
}

export const subjects = { node, application, team: teamSubject }
