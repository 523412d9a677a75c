import type { Subject } from '../../kit/access'
import { findCampaign } from '../contest/campaign-store'
import type { CampaignDoc } from '../documents'
import { findClaim } from './claim-store'
import type { ClaimDoc, DrawDoc, PrizeDoc } from './documents'
import { findDraw } from './draw-store'
import { findPrize } from './prize-store'

const contest: Subject<CampaignDoc> = {
  load: (input: { campaignId: string }) => findCampaign(input.campaignId),
  under: (doc) => doc.under,
}
const prize: Subject<PrizeDoc> = { load: (input: { id: string }) => findPrize(input.id), under: (doc) => doc.under }
const claim: Subject<ClaimDoc> = { load: (input: { id: string }) => findClaim(input.id), under: (doc) => doc.under }
const draw: Subject<DrawDoc> = { load: (input: { id: string }) => findDraw(input.id), under: (doc) => doc.under }

export const prizeSubjects = { contest, prize, claim, draw }
