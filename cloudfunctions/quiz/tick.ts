import { followTree } from '../kit/following'
import { drain, type LocalWork } from '../kit/outbox'
import { ticking, type Part } from '../kit/tick'
import { apart } from './apart'
import { countDueCampaigns, followCampaigns, moveDueCampaigns } from './contest/campaign-clock'
import { campaigns } from './contest/campaign-store'
import { withQuality } from './play/closing'
import { countOverdue, expireOverdue } from './play/expire'
import { plays } from './play/play-store'
import { following } from './following'
import { localWork } from './local-work'
import { claims } from './prize/claim-store'
import { draws } from './prize/draw-store'
import { workOnWaiting } from './prize/draw-work'
import { tickPrizes } from './prize/prize-clock'
import { prizes } from './prize/prize-store'
import { disputes } from './bank/dispute-store'
import { imports } from './bank/import-store'
import { laws } from './bank/law-store'
import { enforceDue } from './bank/laws'
import { questions } from './bank/question-store'
import { askForCensus } from './rank/census'
import { signals } from './rank/signal-store'

const stores = [plays, campaigns, prizes, claims, draws, imports, questions, laws, disputes, signals]

const drainQuiz = () => {
  const at = new Date()
  const local: LocalWork = async (items) => {
    await followCampaigns(items)
    await localWork(items, at)
  }
  return drain('quiz', stores, at, local, withQuality)
}

const alone =
  (action: string, work: Part): Part =>
  (now) =>
    apart(`tick.${action}`, () => work(now))

/** Begins and closes what is due, collects papers nobody handed in, drains the outboxes; each apart. */
export const tick = ticking('quiz', {
  looks: [countDueCampaigns, countOverdue],
  slow: [
    alone('campaigns', moveDueCampaigns),
    alone('papers', expireOverdue),
    alone('prizes', tickPrizes),
    alone('laws', enforceDue),
    alone('census', askForCensus),
  ],
  soon: [alone('draws', workOnWaiting), drainQuiz, () => followTree('quiz', following)],
})
