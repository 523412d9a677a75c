import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { messageTo } from '../../kit/message'
import { findCampaign } from '../contest/campaign-store'
import type { PlayDoc } from '../documents'
import { findPlays, movePlay } from '../play/play-store'
import { rankScoreOf, standingChange } from '../play/standing'
import { standingItems } from '../play/units'
import { findExcluding } from './signal-store'

const wordTo = (play: PlayDoc, reason: string | null, now: Date): OutboxItem[] => {
  if (play.openid.startsWith('erased:')) return []
  const values = {
    ...{ thing1: '闯关活动成绩核对', phrase2: reason === null ? '恢复名次' : '不计名次' },
    ...{ thing3: reason ?? '您的成绩核对无误，照常排名', time4: now },
  }
  const page = `packages/quiz/ranking?campaignId=${play.campaignId}`
  const said = { openid: play.openid, template: 'review-result', values, page } as const
  return [{ id: `${play._id}.${play.version}.exclusion.word`, ...messageTo({ ...said, trigger: 'score-check' }) }]
}

/** @returns false where the play moved meanwhile */
const follow = async (id: string, now: Date): Promise<boolean> => {
  const [play] = await findPlays([id])
  const campaign = play && (await findCampaign(play.campaignId))
  if (!campaign) return true
  const [latest] = await findExcluding(id)
  const excluded = latest?.settled ? { reason: latest.settled.reason, at: latest.settled.at } : null
  if (play.excluded?.reason === excluded?.reason) return true
  const after: PlayDoc = { ...play, excluded }
  after.rankScore = rankScoreOf(campaign.rules, after)
  const items = [
    ...standingItems(play, after, 'exclusion', standingChange(campaign.rules, play, after)),
    ...wordTo(play, excluded?.reason ?? null, now),
  ]
  const outbox = command.push(items)
  return movePlay(play, { excluded, rankScore: after.rankScore, outbox, outboxAt: now, updatedAt: now })
}

const mostRounds = 20

/**
 * Has plays follow what officers decided: out of ranking and draws as long as one of a player's signals says so, back
 * in when none does. The same items may come again.
 */
export const followExclusions = async (items: readonly OutboxItem[], now: Date) => {
  const ids = items.filter(({ kind }) => kind === 'exclusion').map(({ payload }) => String(payload.play))
  for (const id of new Set(ids)) {
    let rounds = 0
    while (!(await follow(id, now))) if (++rounds >= mostRounds) throw new Error(`play ${id} does not rest`)
  }
}
