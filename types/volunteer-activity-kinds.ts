import * as z from './zod'

/** Version of the kinds, campaigns and rules below; an activity remembers the one it was made under. */
export const activityDictionary = '2026-1'

type Kind = { label: string; place: 'inside' | 'society'; special: boolean }

/** The nine kinds of service: four inside an enterprise, five towards society. `special`: counts as 专题 by itself. */
export const activityKinds = {
  'inside-law': { label: '宣传安全法规政策', place: 'inside', special: false },
  'inside-advice': { label: '安全生产合理化建议', place: 'inside', special: false },
  'inside-management': { label: '促进企业安全管理', place: 'inside', special: false },
  'inside-consulting': { label: '安全生产咨询服务', place: 'inside', special: true },
  'society-law': { label: '面向社会宣传法规', place: 'society', special: false },
  'society-supervision': { label: '安全生产社会监督', place: 'society', special: true },
  'society-inspection': { label: '安全大检查专项', place: 'society', special: true },
  'society-exchange': { label: '行业组织交流学习', place: 'society', special: false },
  'society-awareness': { label: '带动身边群众识险', place: 'society', special: false },
} as const satisfies Record<string, Kind>
export const ActivityKind = z.enum(Object.keys(activityKinds) as [keyof typeof activityKinds], {
  error: '请选择服务内容',
})
export type ActivityKind = z.output<typeof ActivityKind>
export const placeLabels = { inside: '企业内部', society: '社会层面' } as const

/** An activity of a campaign counts as 专题, whatever its kind. */
export const campaignLabels = { 'le-an': '“乐·安”', 'with-us': '“我与企业共安全”', month: '安全生产月' } as const
export const ActivityCampaign = z.enum(['le-an', 'with-us', 'month'])
export type ActivityCampaign = z.output<typeof ActivityCampaign>

export const focusLabels = { health: '职业危害', confined: '有限空间作业', electricity: '用电安全' } as const
export const ActivityFocus = z.enum(['health', 'confined', 'electricity'])
export type ActivityFocus = z.output<typeof ActivityFocus>

/** Whether it counts towards the two special activities a volunteer promised for the year. */
export const isSpecial = (kind: ActivityKind, campaign: ActivityCampaign | null): boolean =>
  campaign !== null || activityKinds[kind].special

/** What the clock and the hours go by. Minutes, unless named otherwise. */
export const activityRules = {
  /** Seconds a sign-in code stands on the screen; it is taken while it stands and while the next one does. */
  slotSeconds: 20,
  signInBefore: 60,
  signOutAfter: 120,
  /** Service is counted up to this much beyond the length of the activity. */
  grace: 30,
  /** Hours are rounded to the nearest so many minutes. */
  roundTo: 10,
  /** After the end, before those who never came are noted by the clock. */
  confirmWithin: 72 * 60,
  /** The day before at this hour (Asia/Shanghai) those who joined are reminded. */
  remindAtHour: 18,
  /** After the end, whoever forgot to sign out is reminded. */
  remindSignOut: 15,
  /** Wrong six-digit codes before digits are refused for `digitsPause`; the QR code still works. */
  wrongDigits: 5,
  digitsPause: 10,
  /** Metres from the meeting point from which the organiser is told. */
  farMetres: 1000,
  /** Days after the end in which a no-show may be appealed. */
  appealDays: 15,
  waitlist: 100,
} as const
