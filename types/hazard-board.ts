import * as z from './zod'
import { deriveId, Id } from './ids'
import { Done, Instant, Version, text } from './fields'
import { HazardGrade, HazardKind, hazardKindLabels, type HazardState } from './hazard'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const BoardState = z.enum(['published', 'withdrawn'])
export type BoardState = z.output<typeof BoardState>
export type BoardAct = 'publish' | 'withdraw'

/** A union's board about one enterprise and one month; a new edition takes the place of the one before. */
export const boardMachine: Machine<BoardState, BoardAct> = {
  states: { published: { label: '已公示', tone: 'done' }, withdrawn: { label: '已撤下', tone: 'off' } },
  moves: [
    { from: ['published', 'withdrawn'], act: 'publish', to: 'published', by: ['officer'], label: '公示' },
    { from: ['published'], act: 'withdraw', to: 'withdrawn', by: ['officer'], label: '撤下' },
  ],
}

/** The one board of an enterprise and a month (`2026-06`). */
export const boardId = (enterpriseId: string, month: string): Id => deriveId('hazard-board', enterpriseId, month)

export const BoardPlace = z.enum(['workshop', 'store', 'way', 'yard', 'living', 'site', 'office', 'other'])
export type BoardPlace = z.output<typeof BoardPlace>
export const boardPlaces: Record<BoardPlace, string> = {
  workshop: '车间',
  store: '仓库',
  way: '通道和出入口',
  yard: '厂区道路',
  living: '宿舍食堂',
  site: '施工现场',
  office: '办公区',
  other: '其他区域',
}
const signs: readonly (readonly [BoardPlace, RegExp])[] = [
  ['living', /宿舍|食堂|浴室|厨房/],
  ['store', /仓|库/],
  ['way', /通道|出口|楼梯|走廊|电梯|大门/],
  ['site', /工地|脚手架|基坑|塔吊|施工/],
  ['yard', /道路|停车|厂区|场区|堆场/],
  ['office', /办公/],
  ['workshop', /车间|班|线|机|炉|房|间/],
]
/** Which class a place a person typed belongs to: the board never repeats his words. */
export const placeClass = (place: string): BoardPlace => signs.find(([, sign]) => sign.test(place))?.[0] ?? 'other'

/** What stands on the board where the officer writes nothing else. */
export const publicWordsOf = (kind: z.output<typeof HazardKind>, place: BoardPlace): string =>
  `${boardPlaces[place]}：${hazardKindLabels[kind]}方面的隐患`

/** States an employer knows of, in the board's own words; what was never handed to him stands on no board. */
export const boardStates: Partial<Record<HazardState, string>> = {
  assigned: '整改中',
  fixing: '整改中',
  answered: '工会核实中',
  reopened: '工会核实中',
  closed: '已销号',
  ceased: '企业已关停',
}

const Month = z.string({ error: '请选择月份' }).regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: '请选择月份' })

/** One hazard on a board: no person, no picture, no date of a report, nothing a reporter wrote. */
export const BoardRow = z.object({
  number: z.string(),
  kind: HazardKind,
  grade: HazardGrade,
  words: z.string(),
  state: z.string(),
  late: z.boolean(),
  dueOn: z.string().nullable().describe('2026-06-25'),
  closedOn: z.string().nullable(),
})
export type BoardRow = z.output<typeof BoardRow>

const Shown = z.object({
  month: z.string(),
  edition: z.int(),
  issuer: z.string(),
  publishedAt: Instant,
  rows: z.array(BoardRow),
})
const of = { enterpriseId: Id, month: Month }
const officerOfEnterprise = { role: 'officer', scope: 'enterprise' } as const

export const boardEntries = {
  board: {
    kind: 'query',
    input: z.strictObject({ enterpriseId: Id, month: Month.optional() }),
    output: z.object({
      enterprise: z.string().nullable(),
      months: z.array(z.string()).describe('published, latest first'),
      board: Shown.nullable(),
    }),
    access: 'anyone',
  },
  boardDraft: {
    kind: 'query',
    input: z.strictObject(of),
    output: z.object({
      enterprise: z.string(),
      state: BoardState.nullable(),
      edition: z.int(),
      version: Version.nullable().describe('of the board; null before its first edition'),
      rows: z.array(z.object({ id: Id, ...BoardRow.shape })),
    }),
    access: officerOfEnterprise,
  },
  publishBoard: {
    kind: 'command',
    input: z.strictObject({
      ...{ ...of, version: Version.nullable() },
      words: z.array(z.strictObject({ id: Id, words: text(60, '公示内容') })).max(200, { error: '一期最多 200 条' }),
    }),
    output: Done,
    access: officerOfEnterprise,
    audit: '公示隐患整改情况',
  },
  printBoard: {
    kind: 'command',
    input: z.strictObject(of),
    output: z.object({ fileName: z.string(), url: z.string() }).describe('a sheet to print; the address expires'),
    access: officerOfEnterprise,
    audit: '打印公示栏',
  },
  withdrawBoard: {
    kind: 'command',
    input: z.strictObject({ ...of, version: Version }),
    output: Done,
    access: officerOfEnterprise,
    audit: '撤下公示',
  },
} as const satisfies Contract
