import * as z from './zod'
import { text } from './fields'
import { Id } from './ids'

export const AudienceWho = z.enum(['everyone', 'workers', 'volunteers', 'officers', 'fixers', 'team-leaders'])
export const audienceLabels = {
  everyone: '范围内所有人',
  workers: '参与过的职工',
  volunteers: '在册志愿者',
  officers: '工会干部',
  fixers: '企业整改责任人',
  'team-leaders': '班组长',
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

/** Whoever is of any of the parts and of none of the exceptions, once. */
export const Audience = z.strictObject({
  ...part,
  also: parts,
  except: parts,
  subscribed: z.literal(true).optional().describe('only who has a consent left for the template'),
})
export type Audience = z.output<typeof Audience>

export const allParts = ({ also = [], except = [], ...first }: Audience): AudiencePart[] => [first, ...also, ...except]

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
export const audienceWords = ({ also = [], except = [], subscribed, ...first }: Audience, names: AudienceNames) =>
  [
    partWords(first, names),
    ...also.map((one) => `加上 ${partWords(one, names)}`),
    ...except.map((one) => `除去 ${partWords(one, names)}`),
    ...(subscribed ? ['只发给微信能收到的人'] : []),
  ].join('；')
