import type { Caller } from '../kit/identity'
import type { Subject } from '../kit/access'
import { findCampaign } from './contest/campaign-store'
import type { CampaignDoc, QuestionDoc } from './documents'
import { findImport, type ImportDoc } from './bank/import-store'
import { findNode, type NodeDoc } from './node-store'
import { findQuestion } from './bank/question-store'
import { prizeSubjects } from './prize/subjects'

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}
const campaign: Subject<CampaignDoc> = {
  load: (input: { id: string }) => findCampaign(input.id),
  under: (doc) => doc.under,
}
const imported: Subject<ImportDoc> = {
  load: (input: { id: string }) => findImport(input.id),
  under: (doc) => doc.under,
}

const question: Subject<QuestionDoc> = {
  load: (input: { id: string }) => findQuestion(input.id),
  under: (doc) => doc.under,
}

export const subjects = { ...prizeSubjects, node, campaign, import: imported, question }
