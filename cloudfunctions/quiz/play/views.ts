import { addDays, dateOf } from 'types/calendar'
import { receiptCode } from 'types/ids'
import { attemptsLeft, freshProgress, levelState } from 'types/quiz-engine'
import { questionsOf } from 'types/quiz-rules'
import type { CampaignView } from 'types/quiz-map'
import type { Paper, PaperResult } from 'types/quiz-play'
import type * as z from 'types/zod'
import type { CampaignDoc, ClosedPaper, OpenPaper, PlayDoc, PoolDoc } from '../documents'
import { isOver } from './closing'
import { shownQuestion } from './mark-paper'
import { playId } from './play-store'
import { mayChangeUnit } from './units'

type Raw<T extends z.ZodType> = z.input<T>

export const toPaper = (pool: PoolDoc, paper: OpenPaper, now: Date): Raw<typeof Paper> => ({
  ...{ id: paper.id, campaignId: pool.pooledFor, level: paper.level, levelTitle: paper.title },
  ...{ startedAt: paper.startedAt, dueAt: paper.dueAt, serverNow: now },
  ...{ answering: pool.rules.answering, endsOnWrong: pool.rules.wrong.as === 'ends', locked: paper.locked },
  questions: paper.items.map((item, index) => {
    const { question, options } = shownQuestion(pool, item)
    return { no: index + 1, kind: question.kind, stem: question.stem, options }
  }),
})

const markedQuestions = (pool: PoolDoc, paper: ClosedPaper) =>
  paper.items.map((item, index) => {
    const { question, options, key } = shownQuestion(pool, item)
    const { kind, stem, explain, law, lawVersion, article, phrase } = question
    return {
      ...{ no: index + 1, kind, stem, options, key, explain, law, lawVersion, article, phrase },
      ...{ chosen: paper.chosen[index] ?? [], right: paper.rights[index] ?? false },
    }
  })

export const toResult = (pool: PoolDoc, paper: ClosedPaper, reviveAfter: number | null): Raw<typeof PaperResult> => {
  const { gained, right, score, seconds, passed, nextLevel, submittedAt, closedBy } = paper
  return {
    ...{ id: paper.id, campaignId: pool.pooledFor, level: paper.level, levelTitle: paper.title },
    ...{ right, score, seconds, passed, nextLevel, submittedAt, closedBy, reviveAfter, total: paper.items.length },
    gained: { ...gained, card: gained.card === null ? null : (pool.rules.cards[gained.card] ?? null) },
    questions: markedQuestions(pool, paper),
  }
}

const toLevels = ({ rules, levelRules, opensAt }: CampaignDoc, play: PlayDoc | null, now: Date) => {
  const progress = play ?? freshProgress()
  return levelRules.map((rule, index) => {
    const level = index + 1
    return {
      ...{ level, title: rule.title, questions: questionsOf(rule), seconds: rule.seconds, passRight: rule.passRight },
      ...{ state: levelState(rules, progress, level, opensAt, now), best: progress.levels[level]?.best ?? null },
      ...{ attemptsLeft: attemptsLeft(rules, progress, level, now), study: rule.study },
      day: rules.order === 'daily' ? addDays(dateOf(opensAt), index) : null,
    }
  })
}

const toMine = (play: PlayDoc | null, { rules }: CampaignDoc) => ({
  ...{ points: play?.points ?? 0, perfect: play?.perfect ?? 0, wrongBook: play?.wrong.length ?? 0 },
  cards: (play?.cards ?? []).map((card) => rules.cards[card] ?? ''),
  ...{ chances: play?.chances ?? 0, chancesLeft: (play?.chances ?? 0) - (play?.spent ?? 0) },
  unit: play?.unit ? { ...play.unit, mayChange: mayChangeUnit(play) } : null,
  excluded: play?.excluded?.reason ?? null,
})

/** The level a player would take next: the first open one, else the last one passed. */
const nextOf = (levels: ReturnType<typeof toLevels>) =>
  levels.find(({ state }) => state === 'open') ?? levels.filter(({ state }) => state === 'passed').at(-1) ?? levels[0]

export const toCampaign = (
  campaign: CampaignDoc,
  play: PlayDoc | null,
  openid: string,
  now: Date,
): Raw<typeof CampaignView> => {
  const levels = toLevels(campaign, play, now)
  const open = play?.paper && !isOver(play.paper, now) ? play.paper : null
  return {
    ...{ id: campaign._id, title: campaign.title, slogan: campaign.slogan, state: campaign.state },
    ...{ opensAt: campaign.opensAt, closesAt: campaign.closesAt, players: campaign.players, rules: campaign.rules },
    ...{ levels, ...toMine(play, campaign), attemptsLeft: nextOf(levels)?.attemptsLeft ?? null },
    openPaper: open && { id: open.id, level: open.level, dueAt: open.dueAt },
    mark: receiptCode(playId(campaign._id, openid)),
  }
}
