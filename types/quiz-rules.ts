import { text } from './fields'
import * as z from './zod'

const whole = (min: number, max: number) =>
  z
    .int({ error: `请填写 ${min} 到 ${max} 之间的整数` })
    .min(min, { error: `请填写 ${min} 到 ${max} 之间的整数` })
    .max(max, { error: `请填写 ${min} 到 ${max} 之间的整数` })

/** One portion of a paper: so many questions of these categories and difficulties. */
export const DrawPart = z.strictObject({
  categories: z
    .array(z.string().max(20, { error: '题目类别的名称最多 20 个字' }))
    .min(1, { error: '请至少选一类题目' })
    .max(20, { error: '一次最多选 20 类题目' }),
  difficulties: z.array(z.int().min(1).max(3)).min(1, { error: '请至少选一种难度' }).max(3),
  questions: whole(1, 50),
})
export type DrawPart = z.output<typeof DrawPart>

export const LevelRule = z.strictObject({
  title: text(20, '关卡名称'),
  draw: z.array(DrawPart).min(1).max(10, { error: '一关最多分 10 部分抽题' }),
  /** Questions the level draws from; 0: as many as a pool holds. */
  pool: whole(0, 200),
  /** The pool may be studied before the contest paper is laid. */
  study: z.boolean(),
  seconds: z.int().min(30, { error: '每关至少 30 秒' }).max(7200),
  passRight: whole(1, 50),
})
export type LevelRule = z.output<typeof LevelRule>

/** Everything about a contest that differs from one union to the next. Source: the real contests in docs/contests.md. */
export const Rules = z.strictObject({
  /** `unlock`: a level opens when the one before is passed; `daily`: level n on the n-th day; `free`: all at once. */
  order: z.enum(['unlock', 'daily', 'free']),
  attempts: z.strictObject({
    /** null: as often as one likes. */
    count: whole(1, 100).nullable(),
    per: z.enum(['day', 'month', 'contest']),
    /** Counted over the whole contest or for each level apart. */
    each: z.enum(['contest', 'level']),
  }),
  /** `paper`: the answers travel together at the end; `locked`: each answer is locked by a call that says right or wrong. */
  answering: z.enum(['paper', 'locked']),
  wrong: z.strictObject({
    /** `counts`: a wrong answer only misses its points; `ends`: it closes the paper (locked answers only); `costs`: it costs points. */
    as: z.enum(['counts', 'ends', 'costs']),
    cost: whole(0, 100),
    /** Papers given back a window of attempts to who reads the article of a wrong answer. */
    revives: whole(0, 10),
    /** Seconds the article must have been open. */
    readSeconds: whole(5, 120),
  }),
  points: z.strictObject({
    /** `percent`: 0..100 a paper; `right`: `perRight` for each right answer. */
    by: z.enum(['percent', 'right']),
    perRight: whole(1, 100),
    /** `best`: the best paper of each level; `every`: each paper adds. */
    counted: z.enum(['best', 'every']),
    /** Only papers without a mistake count at all. */
    onlyPerfect: z.boolean(),
  }),
  /** Ways to earn a chance in the draw; any may be off (null or false). */
  chances: z.strictObject({
    /** One chance for every so many right answers of a paper. */
    perRight: whole(1, 100).nullable(),
    /** One chance for a paper of at least so many percent. */
    atLeast: whole(1, 100).nullable(),
    /** One chance for a complete set of cards. */
    perCards: z.boolean(),
    /** One chance for having played in a period. */
    perPeriod: z.boolean(),
  }),
  /** Level n handed in without a mistake gives the n-th card; empty: none are collected. */
  cards: z.array(text(4, '卡片')).max(20),
  /** What a draw and its chances go by. */
  period: z.enum(['contest', 'month', 'week']),
  /** What a player must have told before his papers count for rank and draw. */
  identity: z.enum(['none', 'unit', 'name-and-unit']),
  ranking: z.strictObject({
    persons: z.enum(['points', 'perfect', 'off']),
    /** `shared`: one rank for all; `earlier`: who got there first; `draw`: by lot, once the contest has ended. */
    ties: z.enum(['shared', 'earlier', 'draw']),
    units: z.enum(['strength', 'rate', 'average', 'points', 'players']),
    /** Units and regions count only players with points. */
    onlyScorers: z.boolean(),
  }),
})
export type Rules = z.output<typeof Rules>

/** Whether every further paper may bring a further chance. A daily contest has one set of cards, a period one chance. */
const isEndless = ({ chances, order }: Rules) =>
  chances.perRight !== null || chances.atLeast !== null || (chances.perCards && order !== 'daily')

/** Letters of a whole set as it is kept; the longest that ships has far fewer. */
const longestSet = 20_000

/** A rule set as it ships or as a campaign holds it: general rules and levels. */
export const RuleSet = z
  .strictObject({ rules: Rules, levels: z.array(LevelRule).min(1, { error: '请至少设一关' }).max(20) })
  .superRefine(({ rules, levels }, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message, input: undefined })
    if (rules.wrong.as === 'ends' && rules.answering !== 'locked')
      wrong(['rules', 'wrong', 'as'], '答错即止要配合逐题作答')
    if (rules.wrong.as === 'costs' && rules.wrong.cost === 0) wrong(['rules', 'wrong', 'cost'], '请填写每错一题扣几分')
    if (rules.wrong.revives > 0 && rules.attempts.count === null)
      wrong(['rules', 'wrong', 'revives'], '次数不限时不需要复活')
    if (rules.cards.length > 0 && rules.cards.length !== levels.length)
      wrong(['rules', 'cards'], '卡片张数要与关卡数相同')
    if (rules.chances.perCards && rules.cards.length === 0)
      wrong(['rules', 'chances', 'perCards'], '没有设卡片，不能集卡抽奖')
    if (rules.attempts.count === null && isEndless(rules))
      wrong(['rules', 'attempts', 'count'], '答一份就有机会的活动要限次数，不然谁有空谁的机会就没有尽头')
    if (JSON.stringify({ rules, levels }).length > longestSet)
      wrong(['levels'], '活动设得太细了，请减少关卡或每关分出的部分')
    for (const [index, level] of levels.entries())
      if (level.passRight > questionsOf(level)) wrong(['levels', index, 'passRight'], '过关题数不能多于出题数')
  })
export type RuleSet = z.output<typeof RuleSet>

/** Questions on one paper of the level. */
export const questionsOf = ({ draw }: Pick<LevelRule, 'draw'>): number =>
  draw.reduce((sum, { questions }) => sum + questions, 0)
