import * as z from './zod'
import { text } from './fields'
import { Id } from './ids'

/** Who applied as a volunteer at a union or below it, and stands on no roster: known by the application alone. */
export const applicantKinds = ['applying', 'returned', 'rejected', 'left'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

export const AudienceWho = z.enum([
  ...(['everyone', 'workers', 'volunteers', 'officers', 'fixers', 'team-leaders'] as const),
  ...applicantKinds,
])
export const audienceLabels = {
  everyone: '范围内所有人',
  workers: '参与过的职工',
  volunteers: '在册志愿者',
  officers: '工会干部',
  fixers: '企业整改责任人',
  'team-leaders': '班组长',
  applying: '志愿者报名在审核',
  returned: '志愿者报名待补充',
  rejected: '今年报名未通过',
  left: '退出或移出名册',
} as const satisfies Record<z.output<typeof AudienceWho>, string>

const part = {
  nodeId: Id,
  who: AudienceWho,
  industry: text(20, '行业').optional().describe('of the enterprise they work for'),
  contest: z.strictObject({ id: Id, played: z.boolean() }).optional(),
  activity: z.strictObject({ id: Id, joined: z.boolean() }).optional(),
  reported: z.boolean().optional().describe('this month, under their own names'),
}

/** People of a subtree, narrowed: all that is said must hold of each. */
export const AudiencePart = z.strictObject(part)
export type AudiencePart = z.output<typeof AudiencePart>

const parts = z.array(AudiencePart).max(4, { error: '最多 4 项，更多的请分开推送' }).optional()

/** Persons one audience may leave out by name. */
export const mostLeftOut = 100

/** Whoever is of any of the parts and of none of the exceptions, once. */
export const Audience = z.strictObject({
  ...part,
  also: parts,
  except: parts,
  without: z
    .array(Id)
    .max(mostLeftOut, { error: `最多点名除去 ${mostLeftOut} 人` })
    .optional()
    .describe('person ids left out by name'),
  subscribed: z.literal(true).optional().describe('only who has a consent left for the template'),
})
export type Audience = z.output<typeof Audience>

/** Who gets it, but for the exceptions. */
export const wantedParts = ({ also = [], ...first }: Audience): AudiencePart[] => [first, ...also]
export const allParts = (audience: Audience): AudiencePart[] => [...wantedParts(audience), ...(audience.except ?? [])]

/** Names of what an audience mentions, by id. */
export type AudienceNames = ReadonlyMap<string, string>

const quoted = (names: AudienceNames, id: string) => `“${names.get(id) ?? '已删除'}”`

const partWords = ({ nodeId, who, industry, contest, activity, reported }: AudiencePart, names: AudienceNames) => {
  const narrowed = [
    ...(industry ? [`${industry}行业`] : []),
    ...(contest ? [`${contest.played ? '参加过' : '还没参加'}${quoted(names, contest.id)}`] : []),
    ...(activity ? [`${activity.joined ? '报名了' : '没有报名'}${quoted(names, activity.id)}`] : []),
    ...(reported === undefined ? [] : [reported ? '本月实名上报过隐患' : '本月还没有实名上报隐患']),
  ]
  const base = `${names.get(nodeId) ?? ''} · ${audienceLabels[who]}`
  return narrowed.length > 0 ? `${base}（${narrowed.join('，')}）` : base
}

/** `东河区总工会 · 参与过的职工（还没参加“安全闯关”），除去 …`. */
export const audienceWords = (
  { also = [], except = [], without = [], subscribed, ...first }: Audience,
  names: AudienceNames,
) =>
  [
    partWords(first, names),
    ...also.map((one) => `加上 ${partWords(one, names)}`),
    ...except.map((one) => `除去 ${partWords(one, names)}`),
    ...(without.length > 0 ? [`点名除去 ${without.length} 人`] : []),
    ...(subscribed ? ['只发给微信能收到的人'] : []),
  ].join('；')
