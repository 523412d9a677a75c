import type { z } from 'types/zod'
import type { CampaignRow } from 'types/quiz-contest'
import type { CampaignView, Paper, PaperResult } from 'types/quiz-play'
import type { Best, CampaignDoc, ClosedPaper, OpenPaper, PlayDoc } from '../documents'

type Raw<T extends z.ZodType> = z.input<T>

export const toPaper = (campaignId: string, paper: OpenPaper, now: Date): Raw<typeof Paper> => ({
  ...{ id: paper.id, campaignId, level: paper.level, levelTitle: paper.title },
  ...{ startedAt: paper.startedAt, dueAt: paper.dueAt, serverNow: now },
  questions: paper.items.map(({ kind, stem, options }, index) => ({ no: index + 1, kind, stem, options })),
})

export const toResult = (campaignId: string, paper: ClosedPaper): Raw<typeof PaperResult> => ({
  ...{ id: paper.id, campaignId, level: paper.level, levelTitle: paper.title, score: paper.score },
  ...{ right: paper.rights.filter(Boolean).length, total: paper.items.length, seconds: paper.seconds },
  ...{ passed: paper.passed, nextLevel: paper.nextLevel, submittedAt: paper.submittedAt },
  questions: paper.items.map((item, index) => ({
    ...item,
    no: index + 1,
    chosen: paper.chosen[index] ?? [],
    right: paper.rights[index] ?? false,
  })),
})

const levelState = (levels: Record<string, Best>, level: number) => {
  if (levels[level]?.passed) return 'passed'
  return level === 1 || levels[level - 1]?.passed ? 'open' : 'locked'
}

export const isUnlocked = (levels: Record<string, Best>, level: number) => levelState(levels, level) !== 'locked'

export const toCampaign = (
  campaign: CampaignDoc,
  play: PlayDoc | null,
  today: string,
  now: Date,
): Raw<typeof CampaignView> => {
  const levels = play?.levels ?? {}
  const used = play?.day === today ? play.attempts : 0
  const open = play?.state === 'answering' && play.paper && play.paper.dueAt > now ? play.paper : null
  return {
    ...{ id: campaign._id, title: campaign.title, slogan: campaign.slogan, state: campaign.state },
    ...{ opensAt: campaign.opensAt, closesAt: campaign.closesAt, players: campaign.players },
    levels: campaign.rules.map(({ title, questions, seconds, passRight }, index) => ({
      ...{ level: index + 1, title, questions, seconds, passRight },
      ...{ state: levelState(levels, index + 1), best: levels[index + 1]?.best ?? null },
    })),
    openPaper: open && { id: open.id, level: open.level, dueAt: open.dueAt },
    attemptsLeftToday: Math.max(0, campaign.attemptsPerDay - used),
    points: play?.points ?? 0,
  }
}

export const toCampaignRow = (campaign: CampaignDoc): Raw<typeof CampaignRow> => {
  const { title, state, opensAt, closesAt, players, papers, passed, version } = campaign
  return { id: campaign._id, title, state, opensAt, closesAt, players, papers, passed, version }
}
