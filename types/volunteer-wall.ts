import * as z from './zod'
import { Id } from './ids'
import { Done, FileId, Instant, PageQuery, Version, optionalText } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const PhotoState = z.enum(['waiting', 'shown', 'hidden', 'removed'])
export type PhotoState = z.output<typeof PhotoState>
export type PhotoAct = 'show' | 'hide' | 'remove' | 'expire'

/** Nobody but the organiser sees a picture before he has looked at it; whoever is on it hides it with one tap. */
export const photoMachine: Machine<PhotoState, PhotoAct> = {
  states: {
    waiting: { label: '等组织单位看过', tone: 'todo' },
    shown: { label: '已展示', tone: 'done' },
    hidden: { label: '有人请求撤下', tone: 'late' },
    removed: { label: '已撤下', tone: 'off' },
  },
  moves: [
    { from: ['waiting'], act: 'show', to: 'shown', by: ['officer'], label: '展示' },
    { from: ['waiting', 'shown'], act: 'hide', to: 'hidden', by: ['applicant'], label: '有我，请撤下' },
    { from: ['waiting', 'shown', 'hidden'], act: 'remove', to: 'removed', by: ['officer'], label: '撤下' },
    { from: ['waiting', 'shown', 'hidden'], act: 'expire', to: 'removed', by: ['clock'], label: '到期删除' },
  ],
}

/** Pictures one participant may hang on one wall. */
export const photosEach = 9
/** Days a hidden picture waits for the organiser before it goes by itself. */
export const hiddenDays = 7
/** Where the phone puts a picture of an activity. */
export const wallPhotoPath = (activityId: string, name: string) => `wall/${activityId}/${name}`

const Consent = z.literal(true, { error: '请先征得照片里的人同意，并勾选' })
export const WallPhoto = z.object({
  id: Id,
  version: Version,
  state: PhotoState,
  url: z.string().describe('empty where it has no address any more'),
  mine: z.boolean(),
  at: Instant,
})
export type WallPhoto = z.output<typeof WallPhoto>
const page = z.object({ title: z.string(), items: z.array(WallPhoto), more: z.boolean(), mayPost: z.boolean() })
const ofActivity = { role: 'officer', scope: 'activity' } as const
const photo = { _id: Id, id: Id.describe('of the activity'), fileId: FileId, consent: Consent }

/** The photo wall of an activity: for who took part, and for the two authorities. */
export const wallEntries = {
  wall: {
    kind: 'query',
    input: z.strictObject({ id: Id, ...PageQuery }),
    output: page,
    access: 'anyone',
  },
  postPhoto: { kind: 'command', input: z.strictObject(photo), output: Done, access: 'anyone', audit: '上传活动照片' },
  hidePhoto: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: Done,
    access: 'anyone',
    audit: '请求撤下活动照片',
  },
  officeWall: { kind: 'query', input: z.strictObject({ id: Id, ...PageQuery }), output: page, access: ofActivity },
  hangPhoto: {
    kind: 'command',
    input: z.strictObject(photo),
    output: Done,
    access: { role: 'officer', scope: 'activity' },
    audit: '组织单位上传活动照片',
  },
  settlePhoto: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: Version,
      act: z.enum(['show', 'remove']),
      reason: optionalText(60, '原因'),
    }),
    output: Done,
    access: { role: 'officer', scope: 'wallPhoto' },
    audit: '处理活动照片',
  },
} as const satisfies Contract
