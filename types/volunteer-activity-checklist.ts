import * as z from './zod'

type Item = {
  key: string
  label: string
  hint: string
  /** Whether "does not apply" is an answer. */
  may: boolean
}
type Template = { version: string; items: readonly Item[] }

/** What is made sure of before an activity is published; a changed list is a new version, an old one is never edited. */
export const checklistTemplates: readonly Template[] = [
  {
    version: '2026-1',
    items: [
      { key: 'vehicles', label: '车辆', hint: '车况、驾驶员、座位都核对过', may: true },
      { key: 'route', label: '路线', hint: '走哪条路、在哪里集合和下车', may: true },
      { key: 'venue', label: '场地', hint: '现场踏勘过，危险处有提醒', may: false },
      { key: 'first-aid', label: '急救', hint: '急救包、会急救的人、最近的医院', may: false },
      { key: 'weather', label: '天气预案', hint: '大风、暴雨、高温时怎么办', may: false },
      { key: 'insurance', label: '保险', hint: '参加人员的意外保险', may: false },
      { key: 'briefing', label: '安全交底', hint: '出发前讲清风险、纪律和联络方式', may: false },
    ],
  },
]
const latest = checklistTemplates.at(-1) as Template
export const currentChecklist: Template = latest
export const templateOf = (version: string): Template =>
  checklistTemplates.find((one) => one.version === version) ?? latest

export const answerLabels = { ready: '已落实', risk: '有风险', none: '不涉及' } as const
export const ChecklistAnswer = z.strictObject({
  key: z.string().min(1).max(20),
  answer: z.enum(['ready', 'risk', 'none'], { error: '请选择' }),
  measure: z.string().trim().max(100, { error: '措施最多 100 个字' }),
})
export const Checklist = z.strictObject({
  version: z.string().min(1).max(20),
  /** The one who answers for safety on the spot. */
  owner: z.string().trim().max(20, { error: '姓名最多 20 个字' }),
  answers: z.array(ChecklistAnswer).max(20),
})
export type Checklist = z.output<typeof Checklist>

/** Field path → what is still missing; nothing where the activity may be published. */
export const checklistProblems = ({ version, owner, answers }: Checklist): Record<string, string> => {
  const { items } = templateOf(version)
  const problems: Record<string, string> = {}
  if (owner === '') problems.owner = '请写明现场安全负责人是谁'
  for (const { key, label, may } of items) {
    const found = answers.find((one) => one.key === key)
    if (!found) problems[key] = `“${label}”还没有核对`
    else if (found.answer === 'none' && !may) problems[key] = `“${label}”每次活动都要落实，不能选“不涉及”`
    else if (found.answer === 'risk' && found.measure === '') problems[key] = `“${label}”有风险，请写明防范措施`
  }
  return problems
}
