import { maskPersonName } from 'types/person-name'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { findCampaigns } from '../contest/campaign-store'
import type { PaperDoc, PlayDoc, PlayUnit } from '../documents'
import { enterpriseAt, findBooths, findPeople, type Person } from '../person-store'
import { findPlays, findUntold, movePlay, playId } from './play-store'
import { rankScoreOf, standingChange } from './standing'
import { standingItems } from './units'

type Joined = { play: string }

const unitOf = (person: Person | undefined, atBooth: { id: string; name: string } | null): PlayUnit | null => {
  if (atBooth) return { ...atBooth, how: 'booth', verified: true }
  const unit = person?.unit
  return unit ? { id: unit.id, name: unit.name, how: 'profile', verified: unit.verified } : null
}

const reread = async (joined: readonly Joined[]) => {
  const plays = await findPlays([...new Set(joined.map(({ play }) => play))])
  const boothIds = plays.flatMap(({ unit, booth }) => (unit === null && booth !== null ? [booth] : []))
  const [people, booths, campaigns] = await Promise.all([
    findPeople(plays.map(({ openid }) => openid)),
    boothIds.length > 0 ? findBooths([...new Set(boothIds)]) : [],
    findCampaigns([...new Set(plays.map(({ campaignId }) => campaignId))]),
  ])
  return plays.map((play) => ({
    play,
    person: people.find(({ _id }) => _id === play.openid),
    booth: booths.find(({ _id }) => _id === play.booth),
    campaign: campaigns.find(({ _id }) => _id === play.campaignId),
  }))
}

type Found = Awaited<ReturnType<typeof reread>>[number]

/** false where the play moved meanwhile. Who has a paper in hand is not disturbed: it asks again when it closes. */
const adopt = async ({ play, person, booth, campaign }: Found, now: Date): Promise<boolean> => {
  if (!campaign || play.state === 'answering') return true
  const unit = play.unit ?? unitOf(person, enterpriseAt(booth, play.campaignId))
  const name = person?.name ? maskPersonName(person.name) : play.name
  const after: PlayDoc = { ...play, unit, name }
  after.rankScore = rankScoreOf(campaign.rules, after)
  if (unit === play.unit && name === play.name && after.rankScore === play.rankScore) return true
  const items = standingItems(play, after, 'adopt', standingChange(campaign.rules, play, after))
  const told = { unit, name, rankScore: after.rankScore }
  return movePlay(play, { ...told, outbox: command.push(items), outboxAt: now, updatedAt: now })
}

const mostRounds = 5

/** Plays that asked to be looked up, and those with a paper just closed whose players have told no unit or name. */
const askedFor = async (items: readonly OutboxItem[]): Promise<Joined[]> => {
  const joined = items.filter(({ kind }) => kind === 'joined').map(({ payload }) => payload as Joined)
  const papers = items.filter(({ kind }) => kind === 'paper').map(({ payload }) => payload as PaperDoc)
  const players = papers.filter(({ openid }) => !openid.startsWith('erased:'))
  const ids = [...new Set(players.map(({ campaignId, openid }) => playId(campaignId, openid)))]
  return [...joined, ...(ids.length > 0 ? await findUntold(ids) : []).map((play) => ({ play }))]
}

/**
 * Gives plays the unit and name their players have told elsewhere: the booth they came by, or their profile. Plays
 * that moved meanwhile are read again; one that never rests is looked up at its next paper.
 */
export const reconcile = async (items: readonly OutboxItem[], now: Date) => {
  let open = await askedFor(items)
  for (let round = 0; open.length > 0 && round < mostRounds; round++) {
    const found = await reread(open)
    const missed = new Set<string>()
    for (const one of found) if (!(await adopt(one, now))) missed.add(one.play._id)
    open = open.filter(({ play }) => missed.has(play))
  }
}
