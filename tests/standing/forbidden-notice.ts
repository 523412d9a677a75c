import type { Forbidden } from './forbidden'

/** Written by hand: who must never get through to what officers send; and why. */
export const forbiddenOfMessages: readonly Forbidden[] = [
  ['worker', 'notice.tryTemplate', '模板由工会干部核对'],
  ['worker', 'notice.send', '只有工会干部能推送'],
  ['worker', 'notice.pushResult', '收件人名单'],
  ['worker', 'notice.createText', '消息文本由工会干部保管'],
  ['worker', 'notice.saveText', '消息文本由工会干部保管'],
  ['worker', 'notice.revertText', '消息文本由工会干部保管'],
  ['worker', 'notice.retireText', '消息文本由工会干部保管'],
  ['worker', 'notice.restoreText', '消息文本由工会干部保管'],
  ['worker', 'notice.setTrigger', '自动提醒由工会干部设置'],
  ['worker', 'notice.cancelPush', '推送由工会掌握'],
  ['worker', 'notice.pausePush', '推送由工会掌握'],
  ['worker', 'notice.resumePush', '推送由工会掌握'],
  ['other officer', 'notice.send', '向别的区推送'],
  ['other officer', 'notice.createText', '替别的区写文本'],
  ['other officer', 'notice.setTrigger', '别的区的自动提醒'],
  ['other officer', 'notice.cancelPush', '别的区的推送'],
  ['other officer', 'notice.pausePush', '别的区的推送'],
  ['other officer', 'notice.resumePush', '别的区的推送'],
  ['regulator', 'notice.send', '监管人员不能以工会名义推送'],
]
