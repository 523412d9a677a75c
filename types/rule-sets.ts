import { questionCategories, type QuestionCategory } from './bank'
import { levels } from './bank-levels'
import type { LevelRule, RuleSet, Rules } from './quiz-rules'

/** A kind of contest an officer may start from. */
export type ShippedRuleSet = RuleSet & {
  code: string
  /** Raised whenever the set changes; campaigns keep what they were built from. */
  version: number
  name: string
  /** What it is like to play, in one plain sentence. */
  summary: string
}

const allDifficulties = [1, 2, 3]

const ladder: Rules = {
  order: 'unlock',
  attempts: { count: 5, per: 'day', each: 'contest' },
  answering: 'paper',
  wrong: { as: 'counts', cost: 0, revives: 0, readSeconds: 15 },
  points: { by: 'percent', perRight: 1, counted: 'best', onlyPerfect: false },
  chances: { perRight: null, atLeast: 60, perCards: false, perPeriod: false },
  cards: [],
  period: 'contest',
  identity: 'none',
  ranking: { persons: 'points', ties: 'earlier', units: 'strength', onlyScorers: false },
}

const ladderLevels: LevelRule[] = levels.map(({ title, categories }) => ({
  title,
  draw: [{ categories: [...categories], difficulties: allDifficulties, questions: 10 }],
  ...{ pool: 0, study: false, seconds: 300, passRight: 6 },
}))

/** The product's own: eight levels, one after the other. */
const levelLadder: ShippedRuleSet = {
  ...{ code: 'level-ladder', version: 1, name: '逐关闯关' },
  summary: '八关法律知识，过一关开一关，每关取最好成绩。',
  ...{ rules: ladder, levels: ladderLevels },
}

const everyCategory = Object.keys(questionCategories)

const mixed = (title: string, questions: number, rest: Omit<LevelRule, 'title' | 'draw'>): LevelRule => ({
  title,
  draw: [{ categories: [...everyCategory], difficulties: [...allDifficulties], questions }],
  ...rest,
})

const daily: ShippedRuleSet = {
  ...{ code: 'daily-paper', version: 1, name: '每日一答' },
  summary: '每天答一份卷，每次都给自己、单位和地区加分，每答对 5 题得一次抽奖机会。',
  rules: {
    ...ladder,
    order: 'free',
    attempts: { count: 1, per: 'day', each: 'contest' },
    points: { by: 'right', perRight: 1, counted: 'every', onlyPerfect: false },
    chances: { perRight: 5, atLeast: null, perCards: false, perPeriod: false },
    identity: 'unit',
    ranking: { persons: 'points', ties: 'earlier', units: 'points', onlyScorers: false },
  },
  levels: [mixed('每日一答', 15, { pool: 0, study: false, seconds: 900, passRight: 9 })],
}

const themes: readonly { title: string; categories: readonly QuestionCategory[] }[] = [
  { title: '知安', categories: ['rights', 'duties'] },
  { title: '懂安', categories: ['management', 'training', 'reporting', 'union'] },
  { title: '守安', categories: ['electric', 'chemical'] },
  { title: '践安', categories: ['fire', 'evacuation'] },
  { title: '筑安', categories: ['emergency', 'occupational-disease'] },
]

const fiveCards: ShippedRuleSet = {
  ...{ code: 'five-cards', version: 1, name: '五日集卡' },
  summary: '五天五个主题，先学 20 题再抽 5 题，全对得当天的卡，集齐五张得一次抽奖机会。',
  rules: {
    ...ladder,
    order: 'daily',
    attempts: { count: 2, per: 'day', each: 'contest' },
    wrong: { as: 'counts', cost: 0, revives: 1, readSeconds: 15 },
    points: { by: 'right', perRight: 20, counted: 'best', onlyPerfect: false },
    chances: { perRight: null, atLeast: null, perCards: true, perPeriod: false },
    cards: ['安', '全', '生', '产', '月'],
    identity: 'unit',
    ranking: { persons: 'points', ties: 'earlier', units: 'players', onlyScorers: true },
  },
  levels: themes.map(({ title, categories }) => ({
    title,
    draw: [{ categories: [...categories], difficulties: [...allDifficulties], questions: 5 }],
    ...{ pool: 20, study: true, seconds: 300, passRight: 5 },
  })),
}

const weekly: ShippedRuleSet = {
  ...{ code: 'weekly-draw', version: 1, name: '每周抽奖' },
  summary: '一周里答过一次题就有一次抽奖机会，每周抽一次，成绩另外排名。',
  rules: {
    ...ladder,
    order: 'free',
    attempts: { count: 1, per: 'day', each: 'contest' },
    points: { by: 'percent', perRight: 1, counted: 'every', onlyPerfect: false },
    chances: { perRight: null, atLeast: null, perCards: false, perPeriod: true },
    period: 'week',
    identity: 'unit',
    ranking: { persons: 'points', ties: 'earlier', units: 'rate', onlyScorers: false },
  },
  levels: [mixed('安全知识', 20, { pool: 0, study: false, seconds: 1200, passRight: 12 })],
}

const allRight: ShippedRuleSet = {
  ...{ code: 'all-right', version: 1, name: '全对累计' },
  summary: '5 题一份，次数不限，全对才算数，按全对的份数排名，并列的抽签定先后。',
  rules: {
    ...ladder,
    order: 'free',
    attempts: { count: null, per: 'contest', each: 'contest' },
    points: { by: 'right', perRight: 1, counted: 'every', onlyPerfect: true },
    chances: { perRight: null, atLeast: null, perCards: false, perPeriod: false },
    identity: 'name-and-unit',
    ranking: { persons: 'perfect', ties: 'draw', units: 'points', onlyScorers: false },
  },
  levels: [mixed('五题全对', 5, { pool: 0, study: false, seconds: 300, passRight: 5 })],
}

const monthly: ShippedRuleSet = {
  ...{ code: 'monthly-sixty', version: 1, name: '月度答题' },
  summary: '每月 10 次，10 题 15 分钟，满 60 分得一次当月的抽奖机会，每月抽一次。',
  rules: {
    ...ladder,
    order: 'free',
    attempts: { count: 10, per: 'month', each: 'contest' },
    points: { by: 'percent', perRight: 1, counted: 'best', onlyPerfect: false },
    chances: { perRight: null, atLeast: 60, perCards: false, perPeriod: false },
    period: 'month',
    ranking: { persons: 'off', ties: 'shared', units: 'rate', onlyScorers: false },
  },
  levels: [mixed('消防与安全', 10, { pool: 0, study: false, seconds: 900, passRight: 6 })],
}

/** Every kind of contest that ships; the sources of the last five are in docs/contests.md. */
export const ruleSets = [
  levelLadder,
  daily,
  fiveCards,
  weekly,
  allRight,
  monthly,
] as const satisfies readonly ShippedRuleSet[]

export const findRuleSet = (code: string): ShippedRuleSet | undefined => ruleSets.find((set) => set.code === code)
