import { AppError } from 'types/app-error'
import { formatDate, startOfDay } from 'types/calendar'
import { awardGradeLabels, awardWhoLabels, gradeWord, rewardWord } from 'types/hazard-award'
import { hazardKindLabels } from 'types/hazard'
import type { awardEntries } from 'types/hazard-award-public'
import type { Handler } from '../../kit/serve'
import type { AwardDoc, AwardPlace } from './award'
import { findAward, listPublicAwards } from './award-store'
import { labelOf } from './propose'

type Entries = typeof awardEntries

const headOf = (doc: AwardDoc) => {
  const { _id: id, title, state, node, announcedAt, objectUntil, finalAt, createdAt } = doc
  const shown = { announcedAt: announcedAt ?? createdAt, objectUntil: objectUntil ?? createdAt, finalAt }
  return { id, title, state, issuer: node.name, ...shown }
}

const dayWord = (date: string) => formatDate(startOfDay(date))

const ruleOf = ({ from, to, grade, kinds, who, count }: AwardDoc) =>
  [
    `${dayWord(from)}到${dayWord(to)}销号的隐患`,
    ...(grade === 'any' ? [] : [awardGradeLabels[grade]]),
    ...(kinds.length > 0 ? [kinds.map((kind) => hazardKindLabels[kind]).join('、')] : []),
    ...[awardWhoLabels[who], `共 ${count} 名`, '按等级、上报先后排列'],
  ].join('，')

// Only who agreed to his surname is told with his works and his hazard: of the others not even the kind.
const placeOf = (place: AwardPlace) => {
  const { seat, callable, masked, enterprise, serial, reward } = place
  const detail =
    callable && masked ? [enterprise, serial && `隐患 ${serial}`].filter(Boolean).join(' · ') || null : null
  return { seat, label: labelOf(place), detail, grade: gradeWord(place), reward: rewardWord(reward) }
}

/** A list everybody may see. One that was taken back, or is not shown yet, is as good as none. */
export const publicAward: Handler<Entries['publicAward']> = async ({ id }) => {
  const doc = await findAward(id)
  if (!doc || (doc.state !== 'announced' && doc.state !== 'final'))
    throw new AppError('NOT_FOUND', { message: '没有这份名单，可能已经撤回。' })
  return { ...headOf(doc), rule: ruleOf(doc), claim: doc.claim, places: doc.places.map(placeOf) }
}

const shown = 20

export const publicAwards: Handler<Entries['publicAwards']> = async () => ({
  items: (await listPublicAwards(shown)).map((doc) => ({ ...headOf(doc), people: doc.places.length })),
})
