import * as z from './zod'
import { Id } from './ids'
import { Done, FileId, optionalText, text } from './fields'
import { HazardKind, ReporterIdentity, ReportReceipt } from './hazard'
import { RetrievalKey } from './hazard-key'
import { parsePersonName } from './person-name'
import { parsePhoneNumber } from './phone-number'
import type { Contract } from './contract'

const SpokenName = z.string({ error: '请填写姓名' }).transform((written, context) => {
  const verdict = parsePersonName(written)
  if (verdict.ok) return verdict.name
  context.addIssue({ code: 'custom', message: verdict.reason })
  return z.NEVER
})
const SpokenPhone = z.string({ error: '请填写手机号' }).transform((written, context) => {
  const verdict = parsePhoneNumber(written)
  if (verdict.ok) return verdict.number
  context.addIssue({ code: 'custom', message: verdict.reason })
  return z.NEVER
})

const SpokenInput = z
  .strictObject({
    _id: Id,
    enterpriseId: Id.optional(),
    place: text(60, '地点'),
    words: text(500, '隐患情况'),
    wish: optionalText(300, '建议'),
    kind: HazardKind,
    photos: z.array(FileId).max(4, { error: '最多 4 张照片' }),
    identity: ReporterIdentity.describe('what the person who speaks wants, not the team leader'),
    danger: z.boolean().optional(),
    above: z.boolean().optional(),
    name: SpokenName.optional().describe('of the person who speaks; kept encrypted, never where anonymous'),
    phone: SpokenPhone.optional(),
    retrievalKey: RetrievalKey.describe('on the slip of paper the person is given'),
  })
  .refine(({ identity, name }) => identity === 'anonymous' || name !== undefined, {
    path: ['name'],
    error: '请填写上报人的姓名，不想留名请选匿名',
  })
  .refine(({ identity, name, phone }) => identity !== 'anonymous' || (!name && !phone), {
    path: ['identity'],
    error: '匿名上报不能填写姓名和手机号',
  })

/** What a team leader does for somebody without WeChat (代录), and how that person takes his name back. */
export const spokenEntries = {
  reportFor: {
    kind: 'command',
    input: SpokenInput,
    output: ReportReceipt,
    access: { role: 'team-leader' },
    audit: '代录隐患',
  },
  forgetSpeaker: {
    kind: 'command',
    input: z.strictObject({ id: Id, retrievalKey: RetrievalKey.describe('the word on his slip') }),
    output: Done,
    access: 'anyone',
    audit: '删除代录的姓名',
  },
} as const satisfies Contract
