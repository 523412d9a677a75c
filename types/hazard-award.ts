import * as z from './zod'
import { isCalendarDate } from './calendar'
import { optionalText, text } from './fields'
import { gradeLabels, HazardKind, type HazardGrade } from './hazard'
import { campaignGradeLabels, type CampaignGrade } from './hazard-record'
import type { Machine } from './state-machine'

export const AwardState = z.enum(['draft', 'announced', 'final', 'withdrawn'])
export type AwardState = z.output<typeof AwardState>
export type AwardAct =
  'revise' | 'setReward' | 'leaveOut' | 'takeBack' | 'announce' | 'drop' | 'finish' | 'handOver' | 'withdraw'

/** A batch of rewards: proposed by rule, shown to everybody, settled once nobody objects any more. */
export const awardMachine: Machine<AwardState, AwardAct> = {
  states: {
    draft: { label: '拟名单', tone: 'todo' },
    announced: { label: '公示中', tone: 'doing' },
    final: { label: '已定稿', tone: 'done' },
    withdrawn: { label: '不办了', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'revise', to: 'draft', by: ['officer'], label: '修改条件' },
    { from: ['draft'], act: 'setReward', to: 'draft', by: ['officer'], label: '改奖励' },
    { from: ['draft'], act: 'leaveOut', to: 'draft', by: ['officer'], label: '不列入', requires: ['reason'] },
    { from: ['draft'], act: 'takeBack', to: 'draft', by: ['officer'], label: '重新列入' },
    {
      ...{ from: ['draft'], act: 'announce', to: 'announced', by: ['officer'], label: '开始公示' },
      requires: ['somebody eligible', 'the list as it was seen', 'five working days'],
    },
    { from: ['announced'], act: 'drop', to: 'announced', by: ['officer'], label: '移出名单', requires: ['reason'] },
    {
      ...{ from: ['announced'], act: 'finish', to: 'final', by: ['officer'], label: '定稿' },
      requires: ['period over', 'every objection answered', 'every hazard still closed'],
    },
    {
      ...{ from: ['final'], act: 'handOver', to: 'final', by: ['officer'], label: '发放' },
      requires: ['not handed over', 'claim code of who gave no name'],
    },
    {
      ...{ from: ['draft', 'announced'], act: 'withdraw', to: 'withdrawn', by: ['officer'], label: '这批不办了' },
      requires: ['reason'],
    },
  ],
}

export const ObjectionState = z.enum(['raised', 'answered'])
export type ObjectionState = z.output<typeof ObjectionState>
export const objectionMachine: Machine<ObjectionState, 'answer'> = {
  states: { raised: { label: '待答复', tone: 'todo' }, answered: { label: '已答复', tone: 'done' } },
  moves: [{ from: ['raised'], act: 'answer', to: 'answered', by: ['officer'], label: '答复' }],
}

/** Working days a list is shown at least. */
export const fewestNoticeDays = 5
export const mostPlaces = 200

/** The lowest grade a batch rewards. A major hazard in law stands above the campaign's own grades. */
export const AwardGrade = z.enum(['any', '4', '3', '2', '1', 'major'])
export type AwardGrade = z.output<typeof AwardGrade>
export const awardGradeLabels: Record<AwardGrade, string> = {
  ...{ any: '不限', 4: '四级以上', 3: '三级以上', 2: '二级以上', 1: '一级', major: '只限重大' },
}

type Graded = { grade: z.output<typeof HazardGrade> | null; level: z.output<typeof CampaignGrade> | null }
/** 0 major, 1 to 4 the campaign's grades, 5 none: the smaller the graver. */
export const gradeRank = ({ grade, level }: Graded): number => (grade === 'major' ? 0 : level ? Number(level) : 5)
const lowest: Record<AwardGrade, number> = { any: 5, 4: 4, 3: 3, 2: 2, 1: 1, major: 0 }
export const reachesGrade = (hazard: Graded, grade: AwardGrade): boolean => gradeRank(hazard) <= lowest[grade]
/** `重大`, `三级`, `一般`: the grade a list names. */
export const gradeWord = ({ grade, level }: Graded): string => {
  if (grade === 'major') return gradeLabels.major
  return level ? campaignGradeLabels[level] : gradeLabels.general
}

export const AwardWho = z.enum(['first', 'all'])
export const awardWhoLabels: Record<z.output<typeof AwardWho>, string> = {
  first: '只奖首位上报人',
  all: '首位和共同上报人',
}

const Day = (name: string) => z.string({ error: `请选择${name}` }).refine(isCalendarDate, { error: `请选择${name}` })
const mostMoney = 100_000
export const Reward = z
  .strictObject({
    money: z
      .int({ error: '金额请填整数元' })
      .min(1, { error: '金额至少 1 元' })
      .max(mostMoney, { error: '金额最多 10 万元' })
      .nullable()
      .describe('yuan'),
    words: optionalText(20, '奖品')
      .nullable()
      .transform((words) => words || null),
  })
  .refine(({ money, words }) => money !== null || words !== null, {
    path: ['money'],
    error: '请填写奖金或奖品',
  })
export type Reward = z.output<typeof Reward>
/** `500 元`, `电动工具一套`, `200 元和雨伞`. */
export const rewardWord = ({ money, words }: Reward): string =>
  [money === null ? null : `${money} 元`, words].filter(Boolean).join('和')

/** What an officer decides about a batch. Whom it rewards follows from it; no name is ever typed in. */
export const awardContent = {
  title: text(30, '名称'),
  count: z
    .int({ error: '请填写奖励人数' })
    .min(1, { error: '奖励人数至少 1 人' })
    .max(mostPlaces, { error: `一批最多 ${mostPlaces} 人` }),
  from: Day('销号起始日期'),
  to: Day('销号截止日期'),
  grade: AwardGrade,
  kinds: z.array(HazardKind).max(10).describe('none: all kinds'),
  who: AwardWho,
  reward: Reward,
  claim: z.strictObject({ where: text(60, '领取地点'), until: Day('领取截止日期') }),
}
export type AwardContent = { [K in keyof typeof awardContent]: z.output<(typeof awardContent)[K]> }
