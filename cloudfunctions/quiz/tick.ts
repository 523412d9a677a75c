import { drain } from '../kit/outbox'
import { followCampaigns, moveDueCampaigns } from './contest/campaign-clock'
import { campaigns } from './contest/campaign-store'
import { findPool } from './contest/level-store'
import type { PlayDoc } from './documents'
import { closePaper, closePatch, lockedMarks, withQuality } from './play/closing'
import { findOverdue, movePlay, plays } from './play/play-store'
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

const expire = async (play: PlayDoc, now: Date) => {
  const pool = play.paper && (await findPool(play.campaignId, play.paper.level, play.paper.revision))
  if (!play.paper || !pool) return
  const closing = closePaper(play, play.paper, pool, lockedMarks(play.paper), 'clock', play.openid, now)
  await movePlay(play, closePatch(closing, now))
}

// A minute later than the phone's clock and the way could ever need.
const expireOverdue = async (now: Date) => {
  for (const play of await findOverdue(new Date(now.getTime() - 60_000))) {
    await expire(play, now)
  }
}

/** Begins and closes what is due, collects papers nobody handed in, drains the outboxes. */
export const tick = async (input: { nudged?: unknown } | undefined, { now }: { now: Date }) => {
  // A nudge after a write asks for the outboxes alone; what the clock brings comes with the timer.
  if (!input?.nudged) {
    await moveDueCampaigns(now)
    await expireOverdue(now)
    await tickPrizes(now)
    await enforceDue(now)
    await askForCensus(now)
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
  return { ran }
}
