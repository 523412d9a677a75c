import * as z from './zod'

/** Where on the phone somebody was asked to be sent messages: every place that asks says its own. */
export const ConsentPlace = z.enum([
  'receipt',
  'hazard',
  'fix-list',
  'fix-answer',
  'quiz-result',
  'prizes',
  'activity',
  'volunteer',
  'messages',
  'desk',
  'desk-act',
  'review',
  'wizard',
])
export type ConsentPlace = z.output<typeof ConsentPlace>

export const consentPlaceLabels: Readonly<Record<ConsentPlace, string>> = {
  receipt: '上报回执',
  hazard: '隐患进度页',
  'fix-list': '待我整改',
  'fix-answer': '提交整改情况',
  'quiz-result': '闯关成绩',
  prizes: '奖品和抽奖',
  activity: '报名志愿活动',
  volunteer: '志愿者申请进度',
  messages: '消息页',
  desk: '工作台',
  'desk-act': '办理隐患',
  review: '审核申请',
  wizard: '上手清单',
}
