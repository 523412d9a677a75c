import { deriveId } from 'types/ids'
import { campaignId, poolOf, rules, type Question } from './campaign'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import type { Enterprise } from './enterprises'
import { demoWorker, type Person } from './people'
import type { Node } from './tree'

type Rule = (typeof rules)[number]
type Unit = { id: string; name: string } | null
type Score = { enterprise: Enterprise; players: number; points: number }
export type Standing = { players: number; papers: number; passed: number; units: Map<string, Score> }

const choose = (question: Question, skilled: boolean) =>
  skilled
    ? question.answer
    : [question.options.findIndex((_, index) => !question.answer.includes(index))].filter((index) => index >= 0)

const closePaper = (
  dice: Dice,
  openid: string,
  level: number,
  rule: Rule,
  pool: readonly Question[],
  skill: number,
  startedAt: Date,
) => {
  const first = dice.below(pool.length)
  const items = Array.from(
    { length: rule.questions },
    (_, index) => pool[(first + index * 7) % pool.length] as Question,
  )
  const distinct = [...new Set(items)]
  const rights = distinct.map(() => dice.chance(skill))
  const right = rights.filter(Boolean).length
  const seconds = dice.between(55, 240)
  const passed = right >= rule.passRight
  return {
    ...{
      id: deriveId('seed-paper', openid, String(level), String(startedAt.getTime())),
      level,
      title: rule.title,
      startedAt,
      passRight: rule.passRight,
    },
    items: distinct.map(({ _id, answer, kind, stem, options, explain, law, lawVersion, article, phrase }) => ({
      ...{ q: _id, key: answer, kind, stem, options, explain, law, lawVersion, article, phrase },
    })),
    ...{ submittedAt: new Date(startedAt.getTime() + seconds * 1000), seconds, rights },
    chosen: distinct.map((question, index) => choose(question, rights[index] ?? false)),
    ...{ score: Math.round((right / distinct.length) * 100), passed, nextLevel: passed ? level + 1 : null },
  }
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
  const unit: Unit = worker.enterprise && { id: worker.enterprise._id, name: worker.enterprise.name }
  const skill = isDemo ? 90 : dice.between(55, 97)
  const levels: Record<string, { best: number; passed: boolean; tries: number }> = {}
  const papers: ReturnType<typeof closePaper>[] = []
  const reach = isDemo ? 2 : dice.between(1, rules.length)
  for (const [index, rule] of rules.slice(0, reach).entries()) {
    const startedAt = city.at(-dice.between(1, 15), dice.between(8, 21) + dice.below(60) / 60)
    const paper = closePaper(dice, worker.openid, index + 1, rule, poolOf(bank, rule), skill, startedAt)
    papers.push(paper)
    levels[index + 1] = { best: paper.score, passed: paper.passed, tries: 1 }
    if (!paper.passed) break
  }
  const points = Object.values(levels).reduce((sum, { best }) => sum + best, 0)
  const ordered = papers.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())
  for (const paper of ordered) city.add('papers', { ...paper, _id: paper.id, campaignId, openid: worker.openid, unit })
  const last = ordered.at(-1)
  city.add('plays', {
    ...{
      _id: deriveId('play', campaignId, worker.openid),
      campaignId,
      openid: worker.openid,
      under: root.under,
      state: 'idle',
    },
    ...{
      version: papers.length * 2,
      unit,
      day: '',
      attempts: 0,
      levels,
      points,
      paper: null,
      asked: [],
    },
    ...{ outbox: [], outboxAt: null, createdAt: ordered[0]?.startedAt, updatedAt: last?.submittedAt },
  })
  standing.players += 1
  standing.papers += papers.length
  standing.passed += papers.filter((paper) => paper.passed).length
  if (!worker.enterprise) return
  const score = standing.units.get(worker.enterprise._id) ?? { enterprise: worker.enterprise, players: 0, points: 0 }
  standing.units.set(worker.enterprise._id, { ...score, players: score.players + 1, points: score.points + points })
}

const smallest = 10

const putUnits = (city: City, { units }: Standing) => {
  for (const [id, { enterprise, players, points }] of units) {
    const { name, workers } = enterprise
    const strength = points / Math.max(workers, smallest)
    city.add('quiz_units', {
      _id: `${campaignId}.${id}`,
      campaignId,
      unitId: id,
      name,
      workers,
      players,
      points,
      strength,
    })
    city.count('quiz', `unit.${campaignId}.${id}`, 'players', players)
    city.count('quiz', `unit.${campaignId}.${id}`, 'points', points)
  }
}

/** Two in three workers have played; what they left are papers, progress, ranking and counters. */
export const playAll = (city: City, root: Node, workers: readonly Person[], bank: readonly Question[]): Standing => {
  const dice = openDice('plays')
  const standing: Standing = { players: 0, papers: 0, passed: 0, units: new Map() }
  const demo = demoWorker(workers)
  for (const worker of workers) {
    if (worker !== demo && !dice.chance(66)) continue
    playOne(city, root, worker, bank, standing, dice, worker === demo)
    const booth = worker.booths[0]
    if (booth) city.count('quiz', `booth.${booth.id}`, 'players')
  }
  for (const field of ['players', 'papers', 'passed'] as const)
    city.count('quiz', `campaign.${campaignId}`, field, standing[field])
  putUnits(city, standing)
  return standing
}
