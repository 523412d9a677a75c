import { formatMonthDay } from 'types/calendar'
import { hazardKindLabels } from 'types/hazard'
import { receiptCode } from 'types/ids'
import type { TemplateKey } from 'types/template-keys'
import type { FixedKey } from 'types/triggers'
import type { OutboxItem } from '../../kit/aggregate'
import { messageTo } from '../../kit/message'
import type { AwardDoc, AwardPlace, ObjectionDoc } from './award'

type Push = Omit<OutboxItem, 'id'>

const message = (
  openid: string,
  template: TemplateKey,
  values: Record<string, string | Date>,
  page: string,
  trigger: FixedKey,
): Push => messageTo({ openid, template, values, page, trigger })

/** Word to those of these places who can be reached: what became of the reward of their report. */
export const toRewarded = (places: readonly AwardPlace[], progress: string, note: string, at: Date): Push[] =>
  places.flatMap(({ owner, code, kind, hazardId }) => {
    if (!owner) return []
    const values = { character_string1: code, thing2: `${hazardKindLabels[kind]}隐患`, phrase3: progress, time4: at }
    return [
      message(
        owner,
        'hazard-progress',
        { ...values, thing5: note },
        `packages/hazard/view?id=${hazardId}`,
        'award-step',
      ),
    ]
  })

/** That a reward of theirs is to be fetched. */
export const toFetch = (doc: AwardDoc, at: Date) =>
  toRewarded(doc.places, '已获奖励', `${formatMonthDay(`${doc.claim.until}T04:00:00Z`)}前到${doc.claim.where}领取`, at)

/** The answer to an objection, to who gave his name. */
export const toObjector = ({ _id, awardId, award, owner }: ObjectionDoc, words: string, at: Date): Push[] => {
  if (!owner) return []
  const values = { character_string1: receiptCode(_id), thing2: `对“${award}”的异议`, phrase3: '已答复', time4: at }
  const page = `packages/hazard/award?id=${awardId}&objection=${_id}`
  return [message(owner, 'hazard-progress', { ...values, thing5: words }, page, 'objection-answer')]
}

/** Something to do for an officer about a batch. */
export const toOfficerOf = (
  doc: Pick<AwardDoc, 'title'> & { awardId: string },
  openid: string,
  title: string,
  by: Date,
  note: string,
) =>
  message(
    openid,
    'work-to-do',
    { thing1: title, thing2: doc.title, time3: by, thing4: note },
    `packages/office/award?id=${doc.awardId}`,
    'award-work',
  )

/** What the drainer writes into the hazards these places were earned with. */
export const toHazards = (doc: Pick<AwardDoc, '_id'>, places: readonly AwardPlace[]): Push[] =>
  places.map(({ hazardId, of }) => ({ to: 'local', kind: 'award', payload: { awardId: doc._id, hazardId, of } }))
