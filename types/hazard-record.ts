import * as z from './zod'

/** What a record is about, in law: a hidden danger of accidents, or a harm to health at work. */
export const RecordKind = z.enum(['danger', 'health'])
export const recordLabels: Record<z.output<typeof RecordKind>, string> = { danger: '事故隐患', health: '职业危害' }

/** The campaign's own four grades; the legal grade is another thing. */
export const CampaignGrade = z.enum(['1', '2', '3', '4'])
export const campaignGradeLabels: Record<z.output<typeof CampaignGrade>, string> = {
  ...{ 1: '一级', 2: '二级', 3: '三级', 4: '四级' },
}

/** Through whom a hazard was found. */
export const HazardSource = z.enum(['worker', 'expert', 'delegate', 'team', 'volunteer', 'supervision', 'government'])
export type HazardSource = z.output<typeof HazardSource>
export const sourceLabels: Record<HazardSource, string> = {
  worker: '职工排查',
  expert: '专家查找',
  delegate: '职工代表巡查',
  team: '班组互查',
  volunteer: '志愿者',
  supervision: '督导',
  government: '政府检查',
}
