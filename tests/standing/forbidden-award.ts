import type { Forbidden } from './forbidden'

/** Rewards for who reported: who must never get through, and why. */
export const forbiddenOfAwards: readonly Forbidden[] = [
  ['worker', 'hazard.award', '没公示的名单不给职工看'],
  ['worker', 'hazard.draftAward', '奖励名单由工会拟定'],
  ['worker', 'hazard.handOverAward', '不能给自己发奖'],
  ['worker', 'hazard.namePublicly', '别人的上报'],
  ['worker', 'hazard.answerObjection', '异议由工会答复'],
  ['fixer', 'hazard.award', '企业看不到奖励的经过'],
  ['fixer', 'hazard.awardSignOff', '签收单不给企业'],
  ['fixer', 'hazard.dropFromAward', '企业不能动名单'],
  ['regulator', 'hazard.award', '奖励由工会办'],
  ['regulator', 'hazard.finishAward', '奖励由工会办'],
  ['other officer', 'hazard.awards', '别的区的奖励'],
  ['other officer', 'hazard.award', '别的区的奖励'],
  ['other officer', 'hazard.draftAward', '别的区的奖励'],
  ['other officer', 'hazard.reviseAward', '别的区的奖励'],
  ['other officer', 'hazard.setReward', '别的区的奖励'],
  ['other officer', 'hazard.leaveOut', '别的区的奖励'],
  ['other officer', 'hazard.takeBack', '别的区的奖励'],
  ['other officer', 'hazard.announceAward', '别的区的奖励'],
  ['other officer', 'hazard.dropFromAward', '别的区的奖励'],
  ['other officer', 'hazard.answerObjection', '别的区的异议'],
  ['other officer', 'hazard.finishAward', '别的区的奖励'],
  ['other officer', 'hazard.handOverAward', '别的区的奖励'],
  ['other officer', 'hazard.withdrawAward', '别的区的奖励'],
  ['other officer', 'hazard.awardSignOff', '别的区的奖励'],
]
