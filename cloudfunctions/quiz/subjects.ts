import type { EnterpriseCore } from 'types/documents'
import type { Caller } from '../kit/identity'
import type { Subject } from '../kit/access'
import { findAnyCampaign } from './contest/campaign-store'
import type { CampaignDoc } from './documents'
import type { BankedDoc, DisputeDoc } from './bank/bank-documents'
import { findDispute } from './bank/dispute-store'
import { findImport, type ImportDoc } from './bank/import-store'
import { findUnit } from './person-store'
import { findNode, type NodeDoc } from './node-store'
import { findQuestion } from './bank/question-store'
import { prizeSubjects } from './prize/subjects'
import { rankSubjects } from './rank/subjects'

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}
const campaign: Subject<CampaignDoc> = {
  load: (input: { id: string }) => findAnyCampaign(input.id),
  under: (doc) => doc.under,
}
const imported: Subject<ImportDoc> = {
  load: (input: { id: string }) => findImport(input.id),
  under: (doc) => doc.under,
}

const question: Subject<BankedDoc> = {
  load: (input: { id: string }) => findQuestion(input.id),
  under: (doc) => doc.under,
}

/** The union at the top of the caller's own tree: what it keeps for all is changed there alone. */
const root: Subject<NodeDoc> = {
  load: (_: unknown, caller: Caller) => findNode(caller.grants[0]?.under[0] ?? ''),
  under: (doc) => [doc._id],
}
/** Answered by who owns the question; those who run the contest only read it. */
const dispute: Subject<DisputeDoc> = {
  load: (input: { id: string }) => findDispute(input.id),
  under: (doc) => doc.owners,
}

/** An enterprise; whoever has it in his subtree may hand out its team links. */
const unit: Subject<EnterpriseCore> = {
  load: (input: { unitId: string }) => findUnit(input.unitId),
  under: (doc) => doc.under,
}

export const subjects = {
  ...prizeSubjects,
  ...rankSubjects,
  node,
  root,
  unit,
  campaign,
  import: imported,
  question,
  dispute,
}
