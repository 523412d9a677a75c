import { followTree } from '../kit/following'
import { drain } from '../kit/outbox'
import { apart } from './apart'
import { followCampaigns, moveDueCampaigns } from './contest/campaign-clock'
import { campaigns } from './contest/campaign-store'
import { withQuality } from './play/closing'
import { expireOverdue } from './play/expire'
import { plays } from './play/play-store'
import { following } from './following'
import { localWork } from './local-work'
import { claims } from './prize/claim-store'
import { draws } from './prize/draw-store'
import { tickPrizes } from './prize/prize-clock'
import { prizes } from './prize/prize-store'
import { disputes } from './bank/dispute-store'
import { imports } from './bank/import-store'
import { laws } from './bank/law-store'
import { enforceDue } from './bank/laws'
import { questions } from './bank/question-store'
import { askForCensus } from './rank/census'
import { signals } from './rank/signal-store'

/** Begins and closes what is due, collects papers nobody handed in, drains the outboxes; each apart. */
export const tick = async (input: { nudged?: unknown } | undefined, { now }: { now: Date }) => {
  // A nudge after a write asks for the outboxes alone; what the clock brings comes with the timer.
  if (!input?.nudged) {
    await apart('tick.campaigns', () => moveDueCampaigns(now))
    await apart('tick.papers', () => expireOverdue(now))
    await apart('tick.prizes', () => tickPrizes(now))
    await apart('tick.laws', () => enforceDue(now))
    await apart('tick.census', () => askForCensus(now))
  }
  const ran = await drain(
    'quiz',
    [plays, campaigns, prizes, claims, draws, imports, questions, laws, disputes, signals],
    now,
    async (items) => {
      await followCampaigns(items)
      await localWork(items, now)
    },
    withQuality,
  )
  return { ran: ran + (await followTree('quiz', following)) }
}
