import { dateOf } from 'types/calendar'
import { deriveId } from 'types/ids'
import { maskPersonName } from 'types/person-name'
import { begin, freshProgress, percentOf, rankValue, settle, type Progress } from 'types/quiz-engine'
import { questionsOf, type LevelRule, type Rules } from 'types/quiz-rules'
import { noFigures, type UnitFigures } from 'types/unit-ranks'
import { campaignId, levelRules, poolOf, rules, type Question } from './campaign'
import { countQuality, type Sat } from './bank'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import type { Enterprise } from './enterprises'
import { demoWorker, type Person } from './people'
import { askingsOf, type Taker } from './prizes'
import type { Node } from './tree'

export type Standing = {
  takers: Taker[]
  players: number
  papers: number
  passed: number
  units: Map<string, UnitFigures>
  sat: Sat[]
}

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
export type Closed = ReturnType<typeof closePaper>

/** One paper from start to hand-in: what is kept of it and how far it brings the player. */
export const closePaper = (dice: Dice, openid: string, rules: Rules, progress: Progress, sitting: Sitting) => {
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
    ...{ closedBy: 'player' as const, gained: settled.gained },
    nextLevel: passed && rules.order === 'unlock' ? level + 1 : null,
  }
  return { paper, questions, progress: settled.progress }
}

const playLevels = (city: City, openid: string, bank: readonly Question[], dice: Dice, isDemo: boolean) => {
  const skill = isDemo ? 90 : dice.between(55, 97)
  const reach = isDemo ? 2 : dice.between(1, levelRules.length)
  const days = Array.from({ length: reach }, () => -dice.between(1, 15)).sort((a, b) => a - b)
  let progress = freshProgress()
  const closed: Closed[] = []
  for (const [index, rule] of levelRules.slice(0, reach).entries()) {
    const startedAt = city.at(days[index] ?? -1, Math.min(21, 8 + index + dice.below(5)) + dice.below(60) / 60)
    const sitting = { level: index + 1, rule, pool: poolOf(bank, rule), skill, startedAt }
    const one = closePaper(dice, openid, rules, progress, sitting)
    closed.push(one)
    progress = one.progress
    if (!one.paper.passed) break
  }
  return { closed, progress }
}

export const wrongOf = (closed: readonly Closed[]) =>
  closed.flatMap(({ paper, questions }) =>
    questions.flatMap(({ _id: q }, index) => (paper.rights[index] ? [] : [{ q, level: paper.level }])),
  )

export const countScore = (city: City, contest: string, rankScore: number, { reachedAt }: Progress) => {
  if (rankScore <= 0) return
  city.count('quiz', `scores.${contest}`, `s${rankScore}`)
  if (reachedAt) city.count('quiz', `scores.${contest}`, `s${rankScore}d${dateOf(reachedAt)}`)
}

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
  for (const paper of papers) {
    city.add('papers', { ...paper, _id: paper.id, campaignId, openid, unit: unit?.id ?? null })
    countQuality(city, campaignId, paper)
    standing.sat.push({ openid, paper })
  }
  const rankScore = rankValue(rules, progress)
  const taker: Taker = {
    ...{ openid, name: worker.name, unit: unit?.name ?? null, isDemo, chances: progress.earned.all ?? 0 },
    passed: progress.levels[1]?.passed ?? false,
  }
  standing.takers.push(taker)
  city.add('plays', {
    ...{ _id: deriveId('play', campaignId, openid), campaignId, openid, under: root.under, state: 'idle' },
    ...{
      ...progress,
      version: papers.length * 2,
      unit,
      unitChanges: 0,
      booth: null,
      until: null,
      rankScore,
      excluded: null,
    },
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
  countScore(city, campaignId, rankScore, progress)
  if (progress.perfect > 0) city.count('quiz', `campaign.${campaignId}`, 'perfect', progress.perfect)
  standing.players += 1
  standing.papers += papers.length
  standing.passed += papers.filter(({ passed }) => passed).length
  if (enterprise) countUnit(standing, enterprise, progress, unit?.verified ?? false)
}

export const countUnit = (
  { units }: Pick<Standing, 'units'>,
  { _id, workers }: Enterprise,
  progress: Progress,
  verified: boolean,
) => {
  const sum = units.get(_id) ?? { ...noFigures, workers }
  units.set(_id, {
    ...{ workers, players: sum.players + 1, points: sum.points + progress.points },
    scorers: sum.scorers + (progress.points > 0 ? 1 : 0),
    perfect: sum.perfect + (progress.perfect > 0 ? 1 : 0),
    unverified: sum.unverified + (verified ? 0 : 1),
  })
}

/** Two in three workers have played; what they left are papers, progress, ranking and counters. */
export const playAll = (city: City, root: Node, workers: readonly Person[], bank: readonly Question[]): Standing => {
  const dice = openDice('plays')
  const standing: Standing = { takers: [], players: 0, papers: 0, passed: 0, units: new Map(), sat: [] }
  const demo = demoWorker(workers)
  for (const worker of workers) {
    if (worker !== demo && !dice.chance(66)) continue
    playOne(city, root, worker, bank, standing, dice, worker === demo)
    const booth = worker.booths[0]
    if (booth) city.count('quiz', `booth.${booth.id}`, 'players')
  }
  for (const field of ['players', 'papers', 'passed'] as const)
    city.count('quiz', `campaign.${campaignId}`, field, standing[field])
  return standing
}
