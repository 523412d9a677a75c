import { deriveId } from 'types/ids'
import type * as z from 'types/zod'
import type { ActivityForm } from 'types/volunteer-activity-form'
import { currentChecklist, type Checklist } from 'types/volunteer-activity-checklist'
import type { ActivityView, AttendanceRow, OfficeActivity } from 'types/volunteer-activity-views'
import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { seedFile } from '../seed-file'
import { applicationId, cast, idOf, nodeLines, personLine, place, type Place } from './volunteer'

export type View = z.output<typeof ActivityView>
export type Mine = z.output<typeof AttendanceRow>
export type Office = z.output<typeof OfficeActivity>
type Done = { id: string; state: string; version: number }
export type Signed = { activityId: string; way: string; at: string; state: string; minutes: number; pending: boolean }

const day = (at: string) => ({ $date: at })
const enrolledAt = day('2026-01-05T02:00:00.000Z')

/** Somebody on the roster of a union. */
export const volunteerLine = (openid: string, at: Place = 'east', specialties = ['electrician']) => ({
  c: 'applications',
  d: {
    ...{ _id: applicationId(openid), openid, liveKey: openid, idMark: `mark-${openid}`, state: 'enrolled', version: 2 },
    ...{ under: place[at], unionUnder: place[at], node: { id: idOf(at), name: at }, specialties, priority: 0 },
    ...{ personal: { name: `队员${openid}`, unit: '泽能机械厂' }, subject: '志愿者申请', seq: 3, head: '0'.repeat(64) },
    ...{ regulator: null, unionOpinion: null, regulatorOpinion: null, unionReviewers: [], regulatorReviewers: [] },
    ...{ events: [], outbox: [], outboxAt: null, consents: [], textCheck: 'pass', eraseAt: null },
    ...{ generalVolunteer: false, frontLine: false, submittedAt: enrolledAt, enrolledAt },
    ...{ createdAt: enrolledAt, updatedAt: enrolledAt },
  },
})

/** The small city with a second officer in the east, and these volunteers of it. */
export const activitySeed = (openids: readonly string[], more: readonly unknown[] = []): string =>
  seedFile([
    ...[...nodeLines(), ...cast(), personLine('east-second', '钟予安', { role: 'officer', at: 'east' })],
    ...openids.map((openid) => volunteerLine(openid)),
    ...more,
  ])

export const activityId = (name: string) => deriveId('activity', name)
const hours = (from: string, count: number) => new Date(Date.parse(from) + count * 3_600_000).toISOString()

/** What an organiser writes; sign-up opens now and ends at the start. */
export const activityForm = (startsAt: string, now: string, change: Partial<ActivityForm> = {}): ActivityForm => ({
  ...{ title: '用电安全进社区', kind: 'society-supervision', campaign: null, focus: ['electricity'] },
  ...{ place: '柳岸社区广场', meeting: '社区北门', bring: '工作证', contact: '方若谷 0310-0000000' },
  ...{ startsAt, endsAt: hours(startsAt, 2), joinFrom: hours(now, -1), joinUntil: startsAt, leaveUntil: startsAt },
  ...{ quota: 2, audience: { nodeId: idOf('east'), teamId: null, specialties: [] }, bar: null, spot: null },
  ...change,
})

export const checklist = (change: Partial<Checklist> = {}): Checklist => ({
  ...{ version: currentChecklist.version, owner: '方若谷' },
  answers: currentChecklist.items.map(({ key }) => ({ key, answer: 'ready' as const, measure: '' })),
  ...change,
})

/** Drains until nothing of activities waits any more. */
export const atRest = async (cloud: Cloud): Promise<void> => {
  for (let round = 0; round < 100; round++) {
    await cloud.tick('volunteer')
    const waiting = await Promise.all(
      ['activities', 'attendances'].map((name) => rawDocuments(cloud, name, { outboxAt: { $ne: null } })),
    )
    if (waiting.flat().length === 0) return
    // A nudged drainer may be at work meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  throw new Error('activities do not come to rest')
}

/** Calls by who makes them. */
export const activityCalls = (cloud: () => Cloud) => {
  const call = <T>(action: string, input: unknown, openid: string) =>
    cloud().call<T>('volunteer', action, input, openid)
  const officer = 'east-officer'
  const create = (id: string, form: ActivityForm, openid = officer) =>
    call<Done>('createActivity', { _id: id, nodeId: idOf('east'), form }, openid)
  /** Made, checked and published. */
  const publish = async (name: string, form: ActivityForm) => {
    const id = activityId(name)
    const made = await create(id, form)
    const checked = await call<Done>('checkActivity', { id, version: made.version, checklist: checklist() }, officer)
    await call<Done>('publishActivity', { id, version: checked.version }, officer)
    return id
  }
  const office = (id: string, openid = officer) => call<Office>('officeActivity', { id }, openid)
  const attendee = async (id: string, openid: string) => {
    const found = (await office(id)).people.find(({ name }) => name === `队员${openid}`)
    if (!found) throw new Error(`${openid} is not on it`)
    return found
  }
  return {
    ...{ call, create, publish, office, attendee },
    join: (id: string, openid: string) => call<{ id: string }>('joinActivity', { id }, openid),
    leave: (id: string, openid: string) => call<{ id: string }>('leaveActivity', { id }, openid),
    view: (id: string, openid: string) => call<View>('activity', { id }, openid),
    mine: async (openid: string) => (await call<{ items: Mine[] }>('attendances', {}, openid)).items,
    codes: async (id: string, way: 'in' | 'out' = 'in') =>
      (await call<{ items: { text: string; digits: string; from: string }[] }>('activityCodes', { id, way }, officer))
        .items,
    sign: (openid: string, input: Record<string, unknown>) => call<Signed>('signIn', input, openid),
    set: async (id: string, openid: string, input: Record<string, unknown>, by = officer) => {
      const { id: attendance, version } = await attendee(id, openid)
      return call<Done>('setAttendance', { id: attendance, version, ...input }, by)
    },
    /** The clock stands at this moment and everything due was done. */
    at: async (now: string) => {
      await cloud().clock({ now, fire: 'volunteer' })
      await atRest(cloud())
    },
    states: async (id: string) => {
      const docs = await rawDocuments(cloud(), 'attendances', { activityId: id })
      return Object.fromEntries(docs.map((doc) => [String(doc.openid), String(doc.state)]))
    },
  }
}

export const tryId = (name: string) => deriveId('try', name)
export const codeIn = (text: string) => text.slice(text.indexOf('k=') + 2)
