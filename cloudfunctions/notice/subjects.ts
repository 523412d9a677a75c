import type { Subject } from '../kit/access'
import type { Caller } from '../kit/identity'
import type { NodeDoc, PushDoc } from './documents'
import { findNode } from './node-store'
import { findPush } from './push/push-store'

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}
const push: Subject<PushDoc> = { load: (input: { id: string }) => findPush(input.id), under: (doc) => doc.under }

export const subjects = { node, push }
