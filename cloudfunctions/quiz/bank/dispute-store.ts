import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { apartFrom } from '../../kit/tree-move'
import type { PaperDoc } from '../documents'
import type { DisputeDoc } from './bank-documents'

// An owner goes on seeing what was said about his question, whoever runs the contest it was said in.
export const disputes = collection<DisputeDoc>('quiz_disputes', {
  ways: (nodeId, move) => [{ owners: apartFrom(nodeId, move) }],
})
const papers = collection<PaperDoc>('papers')

/** A closed paper at rest; null while it is still on its way there. */
export const findRested = (paperId: string) => papers.find(paperId)

export const findDispute = (id: string) => disputes.find(id)
export const createDispute = (dispute: DisputeDoc) => disputes.insert(dispute)

export const pageOwn = (openid: string, page: number, size: number) =>
  disputes.page({ owner: openid }, { sort: [['createdAt', 'desc']], page, size })

/** What waits, the oldest first; what is answered, the latest first. */
export const pageDisputes = (nodeId: string, open: boolean, page: number, size: number) =>
  disputes.page({ under: nodeId, open }, { sort: [['createdAt', open ? 'asc' : 'desc']], page, size })

/** Shows it to those who run the contest as well. */
export const placeDispute = (id: string, campaign: string, under: readonly string[]) =>
  disputes.update({ _id: id }, { campaign, under })

/** Who erases himself is named nowhere any more, and hears nothing. */
export const forgetDisputer = (openid: string) =>
  disputes.update({ owner: openid }, { owner: null, outbox: command.pull({ 'payload.openid': openid }) })
