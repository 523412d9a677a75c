import type { Subject } from '../kit/access'
import type { Caller } from '../kit/identity'
import { findAudience, type AudienceDoc } from './audience/saved-store'
import type { NodeDoc, PushDoc } from './documents'
import { findNode } from './node-store'
import { findPush } from './push/push-store'
import { root } from './rules/rules'
import type { TextDoc } from './template/text-doc'
import { findText } from './template/text-store'

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}
const push: Subject<PushDoc> = { load: (input: { id: string }) => findPush(input.id), under: (doc) => doc.under }

const text: Subject<TextDoc> = { load: (input: { id: string }) => findText(input.id), under: (doc) => doc.under }
/** A union reads what the unions above it keep. */
const readableText: Subject<TextDoc> = {
  ...text,
  admits: (doc, grant) => doc.under.includes(grant.nodeId) || grant.under.includes(doc.nodeId),
}

const audience: Subject<AudienceDoc> = {
  load: (input: { id: string }) => findAudience(input.id),
  under: (doc) => doc.under,
}

export const subjects = { node, push, audience, root, text, readableText }
