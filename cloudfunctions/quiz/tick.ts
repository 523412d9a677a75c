import { campaignMachine } from 'types/quiz-contest'
import { move, type OutboxItem } from '../kit/aggregate'
import { drain } from '../kit/outbox'
import { campaigns, findCampaign, findDueCampaigns } from './contest/campaign-store'
import { findPool, setLevelState } from './contest/level-store'
import type { PlayDoc } from './documents'
import { closePaper, closePatch, lockedMarks } from './play/closing'
import { findOverdue, movePlay, plays } from './play/play-store'
import { localWork } from './local-work'
import { claims } from './prize/claim-store'
import { draws } from './prize/draw-store'
import { tickPrizes } from './prize/prize-clock'
import { prizes } from './prize/prize-store'
import { imports } from './bank/import-store'

const clock = { by: 'clock', name: '系统', actor: 'clock', verb: '到期结束闯关活动' } as const

const closeDue = async (now: Date) => {
  for (const campaign of await findDueCampaigns(now)) {
    const push = [{ to: 'local', kind: 'level-state', payload: { campaignId: campaign._id } }]
    await move(campaigns, campaignMachine, campaign, clock, 'close', campaign.version, { at: now, push })
  }
}

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

const followCampaigns = async (items: readonly OutboxItem[]) => {
  for (const item of items.filter(({ kind }) => kind === 'level-state')) {
    const { campaignId } = item.payload as { campaignId: string }
    const campaign = await findCampaign(campaignId)
    if (campaign) await setLevelState(campaignId, campaign.state)
  }
}

/** Closes what is due, collects papers nobody handed in, drains the outboxes. */
export const tick = async (input: { nudged?: unknown } | undefined, { now }: { now: Date }) => {
  // A nudge after a write asks for the outboxes alone; what the clock brings comes with the timer.
  if (!input?.nudged) {
    await closeDue(now)
    await expireOverdue(now)
    await tickPrizes(now)
  }
  const ran = await drain('quiz', [plays, campaigns, prizes, claims, draws, imports], now, async (items) => {
    await followCampaigns(items)
    await localWork(items, now)
  })
  return { ran }
}
