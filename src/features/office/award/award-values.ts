import { awardGradeLabels, awardWhoLabels, type AwardContent, type AwardGrade, type Reward } from 'types/hazard-award'
import { hazardKindLabels } from 'types/hazard'
import { dayIn } from '@/lib/clock'

/** A reward as a form holds it. */
export type RewardValues = { money: number | undefined; prize: string }
export type AwardValues = Pick<AwardContent, 'title' | 'from' | 'to' | 'grade' | 'who'> &
  RewardValues & { kinds: string[]; count: number | undefined; where: string; until: string }

export const toReward = ({ money, prize }: RewardValues): Reward => ({
  money: money ?? null,
  words: prize.trim() || null,
})
export const rewardValues = ({ money, words }: Reward): RewardValues => ({
  money: money ?? undefined,
  prize: words ?? '',
})

/** What the form holds, as the contract takes it; what is missing the server says at its field. */
export const toAwardContent = (values: AwardValues) => {
  const { title, from, to, grade, who, kinds, count = 0, where, until } = values
  const chosen = kinds as AwardContent['kinds']
  return { title, from, to, grade, who, kinds: chosen, count, reward: toReward(values), claim: { where, until } }
}

export const blankAward = (): AwardValues => ({
  ...{ title: '', count: undefined, from: dayIn(-90), to: dayIn(0), grade: '3', kinds: [], who: 'first' },
  ...{ money: undefined, prize: '', where: '', until: dayIn(60) },
})

export const awardValues = (content: AwardContent): AwardValues => {
  const { title, count, from, to, grade, kinds, who, reward, claim } = content
  return { ...{ title, count, from, to, grade, kinds, who }, ...rewardValues(reward), ...claim }
}

const gradeOrder: readonly AwardGrade[] = ['any', '4', '3', '2', '1', 'major']
export const gradeOptions = gradeOrder.map((value) => ({ value, label: awardGradeLabels[value] }))
export const whoOptions = Object.entries(awardWhoLabels).map(([value, label]) => ({ value, label }))
export const kindOptions = Object.entries(hazardKindLabels).map(([value, label]) => ({ value, label }))

const dayWord = (day: string) => day.slice(5).replace('-', '/')

/** `三级以上 · 01/05–03/31 销号 · 只奖首位上报人`. */
export const ruleWord = ({
  from,
  to,
  grade,
  who,
  kinds,
}: Pick<AwardContent, 'from' | 'to' | 'grade' | 'who' | 'kinds'>) =>
  [
    grade === 'any' ? '不限等级' : awardGradeLabels[grade],
    `${dayWord(from)}–${dayWord(to)} 销号`,
    ...(kinds.length > 0 ? [kinds.map((kind) => hazardKindLabels[kind]).join('、')] : []),
    awardWhoLabels[who],
  ].join(' · ')
