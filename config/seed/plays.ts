import { deriveId } from 'types/ids'
import { maskPersonName } from 'types/person-name'
import { begin, freshProgress, percentOf, rankValue, settle, type Progress } from 'types/quiz-engine'
import { questionsOf, type LevelRule } from 'types/quiz-rules'
import { campaignId, levelRules, poolOf, rules, type Question } from './campaign'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import type { Enterprise } from './enterprises'
import { demoWorker, type Person } from './people'
import { askingsOf, type Taker } from './prizes'
import type { Node } from './tree'

type Score = { enterprise: Enterprise; players: number; scorers: number; points: number }
export type Standing = { takers: Taker[]; players: number; papers: number; passed: number; units: Map<string, Score> }

const choose = (question: Question, skilled: boolean) =>
  skilled
    ? question.answer
    : [question.options.findIndex((_, index) => !question.answer.includes(index))].filter((index) => index >= 0)

/** Questions and their options stand here as in the bank: a paper of the past needs no surprise. */
const plainOrder = ({ options }: Question) => options.map((_, index) => index).join('')

const drawnFor = (dice: Dice, rule: LevelRule, pool: readonly Question[]): Question[] => {
  const first = dice.below(pool.length)
  const drawn = Array.from({ length: questionsOf(rule) }, (_, at) => pool[(first + at * 7) % pool.length] as Question)
  return [...new Set(drawn)]
}

type Sitting = { level: number; rule: LevelRule; pool: readonly Question[]; skill: number; startedAt: Date }

/** One paper from start to hand-in: what is kept of it and how far it brings the player. */
const closePaper = (dice: Dice, openid: string, progress: Progress, sitting: Sitting) => {
  const { level, rule, pool, skill, startedAt } = sitting
  const questions = drawnFor(dice, rule, pool)
  const rights = questions.map(() => dice.chance(skill))
  const right = rights.filter(Boolean).length
  const times = questions.map(() => dice.between(6, 22))
  const seconds = times.reduce((sum, one) => sum + one, 0)
  const submittedAt = new Date(startedAt.getTime() + seconds * 1000)
  const passed = right >= rule.passRight
  const [wrong, total] = [questions.length - right, questions.length]
  const begun = begin(rules, progress, level, startedAt)
  const outcome = { level, right, wrong, total, passed, begunAt: startedAt }
  const settled = settle(rules, begun, outcome, submittedAt)
  const id = deriveId('seed-paper', openid, String(level), String(startedAt.getTime()))
  const paper = {
    ...{ id, level, title: rule.title, revision: 'seed', startedAt, passRight: rule.passRight, device: null },
    items: questions.map((question) => ({ q: question._id, order: plainOrder(question) })),
    chosen: questions.map((question, index) => choose(question, rights[index] ?? false)),
    ...{ rights, times, right, score: percentOf({ right, total }), passed, submittedAt, seconds },
    ...{ closedBy: 'player', gained: settled.gained, nextLevel: passed ? level + 1 : null },
  }
  return { paper, questions, progress: settled.progress }
}

const playLevels = (city: City, openid: string, bank: readonly Question[], dice: Dice, isDemo: boolean) => {
  const skill = isDemo ? 90 : dice.between(55, 97)
  const reach = isDemo ? 2 : dice.between(1, levelRules.length)
  const days = Array.from({ length: reach }, () => -dice.between(1, 15)).sort((a, b) => a - b)
  let progress = freshProgress()
  const closed: ReturnType<typeof closePaper>[] = []
  for (const [index, rule] of levelRules.slice(0, reach).entries()) {
    const startedAt = city.at(days[index] ?? -1, Math.min(21, 8 + index + dice.below(5)) + dice.below(60) / 60)
    const sitting = { level: index + 1, rule, pool: poolOf(bank, rule), skill, startedAt }
    const one = closePaper(dice, openid, progress, sitting)
    closed.push(one)
    progress = one.progress
    if (!one.paper.passed) break
  }
  return { closed, progress }
}

const wrongOf = (closed: readonly ReturnType<typeof closePaper>[]) =>
  closed.flatMap(({ paper, questions }) =>
    questions.flatMap(({ _id: q }, index) => (paper.rights[index] ? [] : [{ q, level: paper.level }])),
  )

const playOne = (
  city: City,
  root: Node,
  worker: Person,
  bank: readonly Question[],
  standing: Standing,
  dice: Dice,
  isDemo: boolean,
) => {
  const { openid, enterprise } = worker
  const unit = enterprise && { id: enterprise._id, name: enterprise.name, how: 'profile', verified: dice.chance(60) }
  const { closed, progress } = playLevels(city, openid, bank, dice, isDemo)
  const papers = closed.map(({ paper }) => paper)
  for (const paper of papers)
    city.add('papers', { ...paper, _id: paper.id, campaignId, openid, unit: unit?.id ?? null })
  const rankScore = rankValue(rules, progress)
  const taker: Taker = {
    ...{ openid, name: worker.name, unit: unit?.name ?? null, isDemo, chances: progress.earned.all ?? 0 },
    passed: progress.levels[1]?.passed ?? false,
  }
  standing.takers.push(taker)
  city.add('plays', {
    ...{ _id: deriveId('play', campaignId, openid), campaignId, openid, under: root.under, state: 'idle' },
    ...{ ...progress, version: papers.length * 2, unit, unitChanges: 0, rankScore, excluded: null },
    ...{
      name: worker.name ? maskPersonName(worker.name) : null,
      wrong: wrongOf(closed),
      paper: null,
      last: null,
      asked: [],
    },
    ...{ chances: taker.chances, ...askingsOf(city, taker), outbox: [], outboxAt: null },
    ...{ createdAt: papers[0]?.startedAt, updatedAt: papers.at(-1)?.submittedAt },
  })
  if (rankScore > 0) city.count('quiz', `scores.${campaignId}`, `s${rankScore}`)
  standing.players += 1
  standing.papers += papers.length
  standing.passed += papers.filter(({ passed }) => passed).length
  if (enterprise) countUnit(city, standing, enterprise, progress.points, unit?.verified ?? false)
}

const countUnit = (city: City, standing: Standing, enterprise: Enterprise, points: number, verified: boolean) => {
  const fresh = { enterprise, players: 0, scorers: 0, points: 0 }
  const score = standing.units.get(enterprise._id) ?? fresh
  const scorers = score.scorers + (points > 0 ? 1 : 0)
  standing.units.set(enterprise._id, { ...score, players: score.players + 1, scorers, points: score.points + points })
  if (!verified) city.count('quiz', `unit.${campaignId}.${enterprise._id}`, 'unverified')
}

const smallest = 10

const putUnits = (city: City, { units }: Standing, unverified: (unitId: string) => number) => {
  for (const [unitId, { enterprise, players, scorers, points }] of units) {
    const { name, workers } = enterprise
    city.add('quiz_units', {
      ...{ _id: `${campaignId}.${unitId}`, campaignId, kind: 'unit', region: null, unitId, name, workers, players },
      ...{ scorers, unverified: unverified(unitId), points, strength: points / Math.max(workers, smallest) },
      ...{ rate: Math.min(1, players / Math.max(1, workers)), average: points / players },
    })
    for (const [field, value] of Object.entries({ players, scorers, points }))
      city.count('quiz', `unit.${campaignId}.${unitId}`, field, value)
  }
}

/** Two in three workers have played; what they left are papers, progress, ranking and counters. */
export const playAll = (city: City, root: Node, workers: readonly Person[], bank: readonly Question[]): Standing => {
  const dice = openDice('plays')
  const standing: Standing = { takers: [], players: 0, papers: 0, passed: 0, units: new Map() }
  const demo = demoWorker(workers)
  for (const worker of workers) {
    if (worker !== demo && !dice.chance(66)) continue
    playOne(city, root, worker, bank, standing, dice, worker === demo)
    const booth = worker.booths[0]
    if (booth) city.count('quiz', `booth.${booth.id}`, 'players')
  }
  for (const field of ['players', 'papers', 'passed'] as const)
    city.count('quiz', `campaign.${campaignId}`, field, standing[field])
  putUnits(city, standing, (unitId) => city.counted('quiz', `unit.${campaignId}.${unitId}`, 'unverified'))
  return standing
}
