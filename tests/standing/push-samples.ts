import { deriveId } from 'types/ids'
import { shippedPushRules } from 'types/notice-rules'
import type { Forbidden } from './forbidden'
import { cast, documentsOf, east } from './world'

const push = { id: deriveId('sample', 'push'), version: 0 }
const words = { nodeId: east, template: 'activity', wording: {} }
const kept =
  documentsOf('notice_audiences').find(({ under }) => under.includes(east))?._id ?? deriveId('sample', 'audience')

/** Audiences, sending, rules and the ledger of consents. */
export const pushSamples: Record<string, unknown> = {
  'notice.testers': { nodeId: east },
  'notice.trial': { _id: deriveId('sample', 'trial'), ...words, testers: [cast.officer.personId] },
  'notice.approvePush': push,
  'notice.returnPush': { ...push, reason: '时间写错了' },
  'notice.retryPush': push,
  ...{
    'notice.callSheet': { _id: deriveId('call-sheet', 'sample'), id: push.id },
    'notice.pushOutcome': { id: push.id },
    'notice.pushSeen': { id: push.id },
  },
  'notice.audiences': { nodeId: east },
  'notice.audienceChoices': { nodeId: east },
  'notice.audiencePeople': { nodeId: east, audience: { nodeId: east, who: 'everyone' }, name: '李' },
  'notice.saveAudience': {
    ...{ _id: deriveId('sample', 'new-audience'), nodeId: east, name: '样本对象' },
    audience: { nodeId: east, who: 'workers', reported: false },
  },
  'notice.retireAudience': { id: kept, version: 0 },
  'notice.pushRules': {},
  'notice.setPushRules': { version: null, rules: shippedPushRules },
  'notice.credits': { nodeId: east },
}

/** Entries that name a push or an audience of their own: whose that is decides. */
export const aboutPushes = [
  ...['notice.approvePush', 'notice.returnPush', 'notice.retryPush', 'notice.callSheet', 'notice.retireAudience'],
  ...['notice.pushOutcome', 'notice.pushSeen'],
]

/** Who must never get through, and why. */
export const forbiddenOfPushes: readonly Forbidden[] = [
  ['worker', 'notice.testers', '工会干部的名单'],
  ['worker', 'notice.trial', '只有工会干部能推送'],
  ['worker', 'notice.approvePush', '推送由工会掌握'],
  ['worker', 'notice.returnPush', '推送由工会掌握'],
  ['worker', 'notice.retryPush', '推送由工会掌握'],
  ['worker', 'notice.callSheet', '收件人的电话'],
  ['worker', 'notice.pushOutcome', '一次推送的成效由工会看'],
  ['worker', 'notice.pushSeen', '一次推送的成效由工会看'],
  ['worker', 'notice.audiences', '推送对象由工会掌握'],
  ['worker', 'notice.audienceChoices', '推送对象由工会掌握'],
  ['worker', 'notice.audiencePeople', '名单由工会掌握'],
  ['fixer', 'notice.audiencePeople', '名单由工会掌握'],
  ['worker', 'notice.saveAudience', '推送对象由工会掌握'],
  ['worker', 'notice.retireAudience', '推送对象由工会掌握'],
  ['worker', 'notice.pushRules', '推送规则由工会掌握'],
  ['worker', 'notice.setPushRules', '推送规则由工会掌握'],
  ['worker', 'notice.credits', '别人的订阅情况'],
  ['other officer', 'notice.testers', '别的区的干部'],
  ['other officer', 'notice.trial', '别的区的名义'],
  ['other officer', 'notice.approvePush', '别的区的推送'],
  ['other officer', 'notice.returnPush', '别的区的推送'],
  ['other officer', 'notice.retryPush', '别的区的推送'],
  ['other officer', 'notice.callSheet', '别的区的收件人'],
  ['other officer', 'notice.pushOutcome', '别的区推送的成效'],
  ['other officer', 'notice.pushSeen', '别的区推送的成效'],
  ['other officer', 'notice.saveAudience', '别的区的名义'],
  ['other officer', 'notice.audiences', '别的区的推送对象'],
  ['other officer', 'notice.audienceChoices', '别的区的活动'],
  ['other officer', 'notice.audiencePeople', '别的区的人'],
  ['other officer', 'notice.retireAudience', '别的区的推送对象'],
  ['other officer', 'notice.credits', '别的区的订阅情况'],
  ['officer', 'notice.setPushRules', '规则由最上级工会定'],
  ['regulator', 'notice.callSheet', '工会的收件人'],
  ['regulator', 'notice.pushOutcome', '工会推送的成效'],
  ['regulator', 'notice.credits', '工会的订阅情况'],
]
