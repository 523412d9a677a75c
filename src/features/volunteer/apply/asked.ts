import type { ApplyField } from './values'

/** Words reviewers ask for things with, and the field each speaks of. */
const words: readonly [RegExp, ApplyField][] = [
  [/照片|证件照|相片/, 'photo'],
  [/证书|资格证|操作证|作业证|附件/, 'certificates'],
  [/经历|学历情况|工作年限|从业/, 'experience'],
  [/身份证/, 'idCard'],
  [/姓名/, 'name'],
  [/电话|手机|联系方式/, 'phone'],
  [/微信/, 'wechat'],
  [/民族/, 'ethnicity'],
  [/籍贯/, 'nativePlace'],
  [/政治面貌|党员|团员/, 'political'],
  [/学历/, 'education'],
  [/健康|身体/, 'health'],
  [/单位/, 'unit'],
  [/部门|职务|岗位/, 'post'],
  [/专业/, 'specialties'],
  [/签名|签字/, 'strokes'],
]

/** `证书照片` is asked for as a certificate, not as a portrait. */
const portraitless = (text: string) => text.replace(/证书(的)?(照片|相片)/g, '证书')

/** Fields a reviewer's words ask to be filled or mended, in the order of the form's own list. */
export const askedFields = (opinion: string): ApplyField[] => {
  const text = portraitless(opinion)
  return words.filter(([word]) => word.test(text)).map(([, field]) => field)
}
