import { deriveId } from 'types/ids'
import { maskPersonName } from 'types/person-name'
import { freshProgress, rankValue, type Progress } from 'types/quiz-engine'
import { findRuleSet, type ShippedRuleSet } from 'types/rule-sets'
import type { UnitFigures } from 'types/unit-ranks'
import { countQuality } from './bank'
import { poolOf, putContest, type Contest, type Question } from './campaign'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import type { Person } from './people'
import { closePaper, countScore, countUnit, wrongOf, type Closed } from './plays'
import type { Node } from './tree'

const fiveCards = findRuleSet('five-cards') as ShippedRuleSet

/** Five themes in five days, of which today is the third; each answer is locked. */
export const cardContest: Contest = {
  ...{ id: deriveId('seed-campaign', '西岭区五日集卡'), title: '西岭区五日集卡', slogan: '一天一主题 五天集平安' },
  ...{ ruleSet: fiveCards.code, rules: { ...fiveCards.rules, answering: 'locked' }, levelRules: fiveCards.levels },
  days: { made: -5, first: -2, last: 2 },
}
const { id: campaignId, rules, levelRules, days } = cardContest

/** The days before today, one or two papers each: whoever makes a mistake tries again. */
const playDays = (city: City, openid: string, bank: readonly Question[], dice: Dice) => {
  const closed: Closed[] = []
  let progress: Progress = freshProgress()
  for (let day = days.first; day < 0; day++) {
    const level = day - days.first + 1
    const rule = levelRules[level - 1]
    if (!rule || !dice.chance(85)) continue
    for (const hour of [12, 19]) {
      const startedAt = city.at(day, hour + dice.below(60) / 60)
      const sitting = { level, rule, pool: poolOf(bank, rule), skill: dice.between(75, 98), startedAt }
      const one = closePaper(dice, openid, rules, progress, sitting)
      closed.push(one)
      progress = one.progress
      if (one.paper.passed) break
    }
  }
  return { closed, progress }
}

const putPlay = (city: City, node: Node, worker: Person, closed: readonly Closed[], progress: Progress) => {
  const { openid, enterprise, name } = worker
  const unit = enterprise && { id: enterprise._id, name: enterprise.name, how: 'booth', verified: true }
  const papers = closed.map(({ paper }) => paper)
  for (const paper of papers) {
    city.add('papers', { ...paper, _id: paper.id, campaignId, openid, unit: unit?.id ?? null })
    countQuality(city, campaignId, paper)
  }
  const rankScore = unit ? rankValue(rules, progress) : 0
  countScore(city, campaignId, rankScore, progress)
  city.add('plays', {
    ...{ _id: deriveId('play', campaignId, openid), campaignId, openid, under: node.under, state: 'idle' },
    ...{ ...progress, version: papers.length * 2, unit, unitChanges: 0, booth: null, rankScore, excluded: null },
    ...{ name: name ? maskPersonName(name) : null, wrong: wrongOf(closed), paper: null, last: null, asked: [] },
    ...{ chances: progress.earned.all ?? 0, spent: 0, outbox: [], outboxAt: null },
    ...{ createdAt: papers[0]?.startedAt, updatedAt: papers.at(-1)?.submittedAt },
  })
}

/** A small contest of one district, in which a few of its workers collect cards. @returns what their units have */
export const putCardContest = (
  city: City,
  node: Node,
  by: Person,
  workers: readonly Person[],
  bank: readonly Question[],
) => {
  const dice = openDice('cards')
  const totals = { players: 0, papers: 0, passed: 0 }
  const units = new Map<string, UnitFigures>()
  for (const worker of workers) {
    const { closed, progress } = playDays(city, worker.openid, bank, dice)
    if (closed.length === 0) continue
    putPlay(city, node, worker, closed, progress)
    if (worker.enterprise) countUnit({ units }, worker.enterprise, progress, true)
    if (progress.perfect > 0) city.count('quiz', `campaign.${campaignId}`, 'perfect', progress.perfect)
    totals.players += 1
    totals.papers += closed.length
    totals.passed += Object.values(progress.levels).filter(({ passed }) => passed).length
  }
  for (const field of ['players', 'papers', 'passed'] as const)
    city.count('quiz', `campaign.${campaignId}`, field, totals[field])
  putContest(city, node, by, bank, cardContest, totals)
  return units
}
