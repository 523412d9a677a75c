import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, optionalText } from './fields'
import { DriveForm } from './drive-form'
import { DriveState } from './drive-machine'
import type { Contract } from './contract'

/** Contests and activities one drive may take in beside those made for it. */
export const mostChosen = 20
export const mostBooths = 50

const union = { nodeId: Id, nodeName: z.string() }
const head = {
  id: Id,
  ...union,
  state: DriveState,
  ...{ theme: z.string(), slogan: z.string(), cover: DriveForm.shape.cover, from: z.string(), to: z.string() },
}
export const DriveRow = z.object({ ...head, pattern: z.string().nullable(), monthly: z.boolean(), version: Version })
export type DriveRow = z.output<typeof DriveRow>

const Part = z.object({
  ...{ id: Id, title: z.string(), state: z.string(), from: Instant, to: Instant },
  node: z.string().describe('the union that holds it, where it is known'),
  chosen: z.boolean().describe('taken in by hand; the others were made for the drive'),
})
const BoothPart = z.object({
  ...{ id: Id, name: z.string(), place: z.string(), node: z.string(), open: z.boolean() },
  chosen: z.boolean().describe('taken in by hand; the others show one of its contests'),
})

/** Numbers of the drive's days, of one union and everything below it. */
const figures = {
  players: z.int().describe('players of its contests; who plays in two counts twice'),
  workers: z.int().describe('registered workers, 0 while no contest has read the register'),
  found: z.int(),
  closed: z.int(),
  activities: z.int(),
}
export const DriveFigures = z.object({
  ...figures,
  enterprises: z.int().describe('on the register'),
  taking: z.int().describe('of them with a player'),
})
export type DriveFigures = z.output<typeof DriveFigures>
export const DriveShare = z.object({
  ...union,
  ...figures,
  percent: z.number().nullable().describe('players of the workers; without a contest closed of the found'),
})
export type DriveShare = z.output<typeof DriveShare>

const DriveView = z.object({
  ...head,
  version: Version,
  form: DriveForm,
  reason: z.string().nullable().describe('why it was withdrawn'),
  mine: z.boolean().describe('the caller looks after it; others below only see it'),
  mayJoin: z.boolean().describe("the caller's union may put something of its own into it"),
  contests: z.array(Part),
  activities: z.array(Part),
  booths: z.array(BoothPart),
  figures: DriveFigures,
  shares: z
    .array(DriveShare)
    .describe('of the unions right below, the highest share first; empty for who only sees it'),
})
export type DriveView = z.output<typeof DriveView>

const Link = z.object({ id: Id, title: z.string() })
const ofNode = { role: 'officer', scope: 'node' } as const
const ofDrive = { role: 'officer', scope: 'drive' } as const
const change = { id: Id, version: Version }
const Year = z.int({ error: '请选择年份' }).min(2020, { error: '请选择年份' }).max(2100, { error: '请选择年份' })

/** What officers and workers call about drives. */
export const driveEntries = {
  drives: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({
      items: z.array(DriveRow),
      more: z.boolean(),
      /** Published ones of the unions above, on the first page. */
      above: z.array(DriveRow),
    }),
    access: ofNode,
  },
  /** Drives of a union and those above it that touch a year. */
  driveYear: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), year: Year }),
    output: z.object({ items: z.array(DriveRow.extend({ stages: DriveForm.shape.stages })) }),
    access: ofNode,
  },
  drive: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: DriveView,
    access: { role: 'officer', scope: 'seenDrive' },
  },
  createDrive: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, form: DriveForm }),
    output: Done,
    access: ofNode,
    audit: '新建主题活动',
  },
  reviseDrive: {
    kind: 'command',
    input: z.strictObject({ ...change, form: DriveForm }),
    output: Done,
    access: ofDrive,
    audit: '修改主题活动',
  },
  fillDrive: {
    kind: 'command',
    input: z.strictObject({
      ...change,
      contests: z.array(Id).max(mostChosen, { error: `最多选 ${mostChosen} 个` }),
      activities: z.array(Id).max(mostChosen, { error: `最多选 ${mostChosen} 个` }),
      booths: z.array(Id).max(mostBooths, { error: `最多选 ${mostBooths} 个` }),
    }),
    output: Done,
    access: ofDrive,
    audit: '选择主题活动的内容',
  },
  moveDrive: {
    kind: 'command',
    input: z
      .strictObject({ ...change, act: z.enum(['publish', 'end', 'withdraw']), reason: optionalText(100, '原因') })
      .refine(({ act, reason }) => act !== 'withdraw' || Boolean(reason), { error: '请写明原因', path: ['reason'] }),
    output: Done,
    access: ofDrive,
    audit: '发布、结束或撤回主题活动',
  },
  /** What runs, or begins within a month, where a worker is: drives of this union and those above it. */
  openDrives: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id }),
    output: z.object({ items: z.array(z.object(head)) }),
    access: 'anyone',
  },
  publicDrive: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: z.object({
      ...head,
      stages: DriveForm.shape.stages,
      kinds: DriveForm.shape.kinds,
      contests: z.array(Link),
      activities: z.array(Link.extend({ startsAt: Instant, place: z.string() })),
    }),
    access: 'anyone',
  },
} as const satisfies Contract
