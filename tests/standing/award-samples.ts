import { deriveId } from 'types/ids'
import { documentsOf, east } from './world'

type Doc = { _id: string; under: string[]; state: string }

const find = (collection: string, state: string) => {
  const found = (documentsOf(collection) as Doc[]).find((doc) => doc.under.includes(east) && doc.state === state)
  if (!found) throw new Error(`no ${collection} under ${east}`)
  return found
}

const awardAt = (state: string) => find('hazard_awards', state)
const objectionAt = (state: string) => find('hazard_objections', state)
const id = (name: string) => deriveId('sample', name)
const batch = {
  ...{ title: '样本奖励', count: 5, from: '2026-05-01', to: '2026-06-01', grade: '3', kinds: [], who: 'first' },
  ...{ reward: { money: 200, words: null }, claim: { where: '区总工会', until: '2026-09-30' } },
}

/** Sound inputs of everything about rewards, about the east district's. */
export const awardSamples = {
  'hazard.publicAwards': {},
  'hazard.publicAward': { id: awardAt('announced')._id },
  'hazard.object': {
    _id: id('objection'),
    id: awardAt('announced')._id,
    seat: 1,
    words: '不是他先发现的',
    named: false,
  },
  'hazard.objection': { id: objectionAt('raised')._id },
  'hazard.namePublicly': { id: find('hazards', 'closed')._id, name: 'surname' },
  'hazard.awards': { nodeId: east },
  'hazard.award': { id: awardAt('announced')._id },
  'hazard.draftAward': { _id: id('award'), nodeId: east, ...batch },
  'hazard.reviseAward': { id: awardAt('announced')._id, version: 1, ...batch },
  'hazard.setReward': { id: awardAt('announced')._id, version: 1, of: id('report'), reward: batch.reward },
  'hazard.leaveOut': { id: awardAt('announced')._id, version: 1, of: id('report'), reason: '本人不愿意' },
  'hazard.takeBack': { id: awardAt('announced')._id, version: 1, of: id('report') },
  'hazard.announceAward': { id: awardAt('announced')._id, version: 1, digest: id('digest'), days: 5 },
  'hazard.dropFromAward': { id: awardAt('announced')._id, version: 1, seat: 1, reason: '异议成立' },
  'hazard.answerObjection': { id: objectionAt('raised')._id, version: 0, words: '名单无误', upheld: false },
  'hazard.finishAward': { id: awardAt('announced')._id, version: 1 },
  'hazard.handOverAward': { id: awardAt('announced')._id, version: 1, seat: 1, code: 'AAAAAAAAA' },
  'hazard.withdrawAward': { id: awardAt('announced')._id, version: 1, reason: '重新拟定' },
  'hazard.awardSignOff': { id: awardAt('announced')._id },
}
