import * as z from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, text, Version } from './fields'
import { parsePersonName } from './person-name'
import type { Contract } from './contract'

const whole = (min: number, max: number, name: string) => {
  const error = `${name}请填写 ${min} 到 ${max} 之间的整数`
  return z.int({ error }).min(min, { error }).max(max, { error })
}

/** Pieces of one prize: who takes which is remembered in one document, and it must stay small. */
export const mostPieces = 5000

/** What a piece of the stock costs and asks for. */
const Price = {
  chances: whole(0, 1000, '需要的机会'),
  /** Level that must have been passed; null: none. */
  level: whole(1, 20, '需要通过的关').nullable(),
  points: whole(0, 1_000_000, '需要的积分'),
}
export const PrizeMode = z.enum(['stock', 'draw'])
export const prizeModeLabels = { stock: '先到先得', draw: '抽奖' } as const

export const PrizeRow = z.object({
  id: Id,
  campaignId: Id,
  title: z.string(),
  value: z.int().describe('fen'),
  mode: PrizeMode,
  stock: z.int(),
  left: z.int(),
  perPerson: z.int(),
  price: z.object({ chances: z.int(), level: z.int().nullable(), points: z.int() }),
  place: z.string().describe('where it is handed over'),
  expiresAt: Instant,
  state: z.enum(['draft', 'open', 'closed']),
  version: Version,
})
export type PrizeRow = z.output<typeof PrizeRow>

/** Someone's piece, as an officer sees it: no openid, the name masked. */
export const ClaimRow = z.object({
  id: Id,
  prizeTitle: z.string(),
  value: z.int().describe('fen'),
  code: z.string(),
  name: z.string().nullable().describe('masked'),
  unit: z.string().nullable(),
  how: z.enum(['stock', 'draw']),
  state: z.enum(['held', 'handed', 'expired']),
  wonAt: Instant,
  expiresAt: Instant,
  handed: z.object({ at: Instant, by: z.string(), to: z.string().describe('masked') }).nullable(),
  version: Version,
})
export type ClaimRow = z.output<typeof ClaimRow>

/** A player's own piece, from asking on. */
export const MyClaim = z.object({
  id: Id,
  prizeId: Id,
  prizeTitle: z.string(),
  state: z.enum(['asking', 'none', 'held', 'handed', 'expired']),
  askedAt: Instant,
  place: z.string().nullable(),
  code: z.string().nullable(),
  qr: z.string().nullable().describe('picture of the code as a data address, while it can be handed over'),
  expiresAt: Instant.nullable(),
  handedAt: Instant.nullable(),
})
export type MyClaim = z.output<typeof MyClaim>

const MyPrize = PrizeRow.omit({ version: true }).extend({
  /** Why he cannot ask for it now, in words; null: he can. */
  refusal: z.string().nullable(),
})
export type MyPrize = z.output<typeof MyPrize>

export const DrawView = z.object({
  id: Id,
  campaignId: Id,
  title: z.string(),
  kind: z.enum(['chances', 'ties']),
  period: z.string().nullable().describe('as periodOf says; null: the whole contest'),
  prizes: z.array(z.object({ prizeId: Id, title: z.string(), count: z.int() })),
  value: z.object({ name: z.string(), where: z.string(), at: Instant }),
  state: z.enum(['draft', 'collecting', 'committed', 'drawing', 'drawn', 'void']),
  commitment: z
    .object({ seedHash: z.string(), listHash: z.string(), entries: z.int(), committedAt: Instant })
    .nullable(),
  entered: z.object({ text: z.string(), at: Instant }).nullable(),
  winners: z.array(z.object({ mark: z.string(), prize: z.int() })).describe('none before it is drawn; at most 200'),
  winnersTotal: z.int(),
  withheld: z.int().describe('prizes of winners who were excluded meanwhile'),
  voided: z.string().nullable().describe('why'),
  listUrl: z.string().nullable(),
  resultUrl: z.string().nullable(),
})
export type DrawView = z.output<typeof DrawView>

/** `problem`: why the list could not be published. */
export const DrawRow = DrawView.omit({ listUrl: true, resultUrl: true, winners: true }).extend({
  problem: z.string().nullable(),
  version: Version,
})
export type DrawRow = z.output<typeof DrawRow>

const drawPrizes = z
  .array(z.strictObject({ prizeId: Id, count: whole(1, 1000, '份数') }))
  .min(1, { error: '请至少选一种奖品' })
  .max(10, { error: '一次最多十种奖品' })
  .refine((prizes) => new Set(prizes.map(({ prizeId }) => prizeId)).size === prizes.length, {
    error: '同一种奖品只填一次',
  })

/** Blanks and commas are where two people write one number in two ways. */
const PublicValue = z
  .string({ error: '请填写公开数' })
  .trim()
  .regex(/^[0-9A-Za-z.-]{1,60}$/, { error: '公开数只填数字和字母，中间不留空格，例如 381' })

/** Prizes and draws. */
export const prizeEntries = {
  prizes: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id }),
    output: z.object({ items: z.array(PrizeRow), cap: z.int().describe('fen a piece') }),
    access: { role: 'officer', scope: 'contest' },
  },
  createPrize: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      campaignId: Id,
      title: text(20, '奖品名称'),
      value: whole(1, 10_000_000, '价值（分）'),
      mode: PrizeMode,
      stock: whole(1, mostPieces, '数量'),
      perPerson: whole(1, 100, '每人最多几份'),
      price: z.strictObject(Price),
      place: text(30, '领奖地点'),
      expiresAt: InstantInput,
    }),
    output: PrizeRow,
    access: { role: 'officer', scope: 'contest' },
    audit: '新建奖品',
  },
  movePrize: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, act: z.enum(['open', 'close']) }),
    output: PrizeRow,
    access: { role: 'officer', scope: 'prize' },
    audit: '上架或下架奖品',
  },
  changeStock: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: Version,
      by: whole(-mostPieces, mostPieces, '增减数').refine((by) => by !== 0, { error: '增减数不能是 0' }),
    }),
    output: PrizeRow,
    access: { role: 'officer', scope: 'prize' },
    audit: '增减奖品库存',
  },
  claims: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id, state: z.enum(['held', 'handed', 'expired']), ...PageQuery }),
    output: z.object({ items: z.array(ClaimRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'contest' },
  },
  claimByCode: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id, code: z.string({ error: '请填写领奖码' }).max(40) }),
    output: ClaimRow.extend({ excluded: z.boolean().describe('the player was excluded after he won it') }),
    access: { role: 'officer', scope: 'contest' },
  },
  handOver: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: Version,
      recipient: z
        .string({ error: '请填写领取人姓名' })
        .refine((name) => parsePersonName(name).ok, { error: '请填写领取人的真实姓名，至少两个汉字' })
        .optional(),
    }),
    output: ClaimRow,
    access: { role: 'officer', scope: 'claim' },
    audit: '发放奖品',
  },
  signOff: {
    kind: 'command',
    input: z.strictObject({
      campaignId: Id,
      full: z.boolean().default(false),
      reason: z.string().trim().max(60, { error: '用途最多 60 个字' }).optional(),
    }),
    output: z.object({ fileName: z.string(), url: z.string(), rows: z.int() }),
    access: { role: 'officer', scope: 'contest' },
    audit: '导出奖品签收单',
  },
  myPrizes: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id }),
    output: z.object({
      mark: z.string().describe('what stands for the player on lists of draws'),
      chances: z.int().describe('earned and not spent'),
      earned: z.int(),
      prizes: z.array(MyPrize),
      claims: z.array(MyClaim),
    }),
    access: 'anyone',
  },
  claimPrize: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of the asking: asked again with it, the same asking is met'),
      campaignId: Id,
      prizeId: Id,
    }),
    output: z.object({ id: Id, state: z.enum(['asking', 'won', 'none']), chances: z.int() }),
    access: 'anyone',
    audit: '申领奖品',
  },
  draws: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id }),
    output: z.object({ items: z.array(DrawView.omit({ listUrl: true, resultUrl: true, winners: true })) }),
    access: 'anyone',
  },
  draw: { kind: 'query', input: z.strictObject({ id: Id }), output: DrawView, access: 'anyone' },
  officeDraws: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id }),
    output: z.object({
      items: z.array(DrawRow),
      /** What chances of this contest go by. */
      period: z.enum(['contest', 'month', 'week']),
    }),
    access: { role: 'officer', scope: 'contest' },
  },
  createDraw: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      campaignId: Id,
      title: text(30, '抽奖名称'),
      kind: z.enum(['chances', 'ties']),
      period: z
        .string()
        .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: '请选择一个周期' })
        .optional()
        .describe('as periodOf says; none: the whole contest'),
      prizes: drawPrizes,
      value: z.strictObject({
        name: text(40, '用哪个公开数'),
        where: text(60, '在哪里公布'),
        at: InstantInput,
      }),
    }),
    output: DrawRow,
    access: { role: 'officer', scope: 'contest' },
    audit: '新建抽奖',
  },
  commitDraw: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version }),
    output: DrawRow,
    access: { role: 'officer', scope: 'draw' },
    audit: '锁定抽奖名单',
  },
  enterValue: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, value: PublicValue }),
    output: DrawRow,
    access: { role: 'officer', scope: 'draw' },
    audit: '录入公开数',
  },
  voidDraw: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, reason: text(60, '作废原因') }),
    output: DrawRow,
    access: { role: 'officer', scope: 'draw' },
    audit: '作废抽奖',
  },
} as const satisfies Contract
