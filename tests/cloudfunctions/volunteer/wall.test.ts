import { encode } from 'jpeg-js'
import { deriveId } from 'types/ids'
import type { ReportView } from 'types/volunteer-report'
import type { WallPhoto } from 'types/volunteer-wall'
import { startCloud, type Cloud } from '../../support/cloud'
import { drained } from '../../support/factories/desk'
import { applicationId, cast, idCard, idOf, nodeLines, place } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine } from '../../support/factories/volunteer-enrolled'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type Done = { id: string; state: string; version: number }
type Wall = { items: WallPhoto[]; mayPost: boolean }

const now = '2026-06-10T02:00:00.000Z'
const month = 31 * 86_400_000
const people = [0, 1, 2, 3].map((index) => ({
  ...{ openid: `w${index}`, name: `参加${'甲乙丙丁'.charAt(index)}`, order: String(401 + index) },
}))
const activityId = deriveId('activity', 'walk')
const moment = (text: string) => ({ $date: text })
const [startsAt, endsAt] = [moment('2026-06-09T01:00:00.000Z'), moment('2026-06-09T03:00:00.000Z')]
const carried = {
  version: 0,
  seq: 0,
  head: '',
  events: [],
  outbox: [],
  outboxAt: null,
  createdAt: startsAt,
  updatedAt: startsAt,
}

const activity = {
  c: 'activities',
  d: {
    ...{ _id: activityId, state: 'done', under: [...place.east], subject: '志愿活动 走访', ...carried },
    ...{ title: '走访', kind: 'society-law', campaign: null, focus: [], place: '广场', startsAt, endsAt, quota: 9 },
    ...{ node: { id: idOf('east'), name: '东澜区总工会' }, line: [], notices: [], board: null, clockAt: null },
  },
}
/** The last of the people was not there. */
const attended = people.slice(0, 3).map(({ openid }, index) => ({
  c: 'attendances',
  d: {
    ...{ _id: deriveId('attendance', activityId, applicationId(openid)), ...carried, under: [...place.east] },
    ...{ activityId, applicationId: applicationId(openid), openid, state: index === 2 ? 'absent' : 'served' },
    ...{ minutes: index === 2 ? 0 : 120, year: 2026, startsAt, endsAt, title: '走访', teamId: null, subject: '考勤' },
    ...{ appeal: null, devices: [], claims: [], signals: [], history: [] },
  },
}))

let cloud: Cloud
beforeAll(async () => {
  const lines = [...nodeLines(), ...cast(), ...people.map(enrolledLine), activity, ...attended]
  cloud = await startCloud({ seed: seedFile(lines), env: enrolledEnv })
  await cloud.clock({ now })
})
afterAll(() => cloud.stop())

const ask = <T = Done>(action: string, input: object, openid: string) =>
  cloud.call<T>('volunteer', action, input, openid)
// A picture that tells where and with what it was taken.
const told = Buffer.from('Exif\0\0SECRET-PLACE-AND-DEVICE')
const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, told.length + 2]), told])
const picture = () => {
  const plain = encode({ width: 8, height: 8, data: Buffer.alloc(8 * 8 * 4, 120) }, 80).data
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
}
const photoId = (name: string) => deriveId('photo', name)
const post = async (name: string, openid: string, action = 'postPhoto') => {
  const fileId = await cloud.upload(`wall/${activityId}/${name}.jpg`, picture(), openid)
  const input = { _id: photoId(name), id: activityId, fileId, consent: true }
  return { input, done: await ask(action, input, openid) }
}
const wall = (openid: string) => ask<Wall>('wall', { id: activityId }, openid)
const fileOf = async (name: string) => (await rawDocuments(cloud, 'wall_photos', { _id: photoId(name) }))[0]

test('a picture hangs once its organiser has looked; whoever was there hides it at once; place and device are gone', async () => {
  const { input, done } = await post('one', 'w0')
  expect(done.state).toBe('waiting')
  expect(await ask('postPhoto', input, 'w0')).toEqual(done)
  await expect(ask('postPhoto', { ...input, consent: false }, 'w0')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(ask('postPhoto', { ...input, _id: photoId('x') }, 'w3')).rejects.toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
  const foreign = { ...input, _id: photoId('x'), fileId: input.fileId.replace(activityId, deriveId('a', 'b')) }
  await expect(ask('postPhoto', foreign, 'w0')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect((await wall('w1')).items).toEqual([])
  expect((await wall('w0')).items).toMatchObject([{ state: 'waiting', mine: true }])
  for (const openid of ['w2', 'w3', 'worker'])
    await expect(wall(openid)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })

  const settle = { id: photoId('one'), version: done.version, act: 'show' }
  await expect(ask('settlePhoto', settle, 'west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await ask('settlePhoto', settle, 'east-officer')
  const [shown] = (await wall('w1')).items
  const bytes = Buffer.from(await (await fetch(shown?.url ?? '')).arrayBuffer())
  expect(bytes.includes('SECRET')).toBe(false)
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))

  await expect(ask('hidePhoto', { id: photoId('one') }, 'w3')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const hidden = await ask('hidePhoto', { id: photoId('one') }, 'w1')
  expect(await ask('hidePhoto', { id: photoId('one') }, 'w1')).toMatchObject({ state: 'hidden' })
  expect((await wall('w0')).items).toEqual([])
  const office = await ask<Wall>('officeWall', { id: activityId }, 'east-officer')
  expect(office.items).toMatchObject([{ state: 'hidden' }])
  await ask('settlePhoto', { ...settle, version: hidden.version, act: 'remove' }, 'east-officer')
  expect(await fileOf('one')).toMatchObject({ state: 'removed', fileId: null })
  expect((await fetch(shown?.url ?? '')).ok).toBe(false)
})

test('a report from the figures, without numbers that lead to a person; frozen pictures are those shown', async () => {
  const { done } = await post('office', 'east-officer', 'hangPhoto')
  expect(done.state).toBe('shown')
  const draft = await ask<{ figures: object; words: string; version: null }>(
    'newReport',
    { id: activityId },
    'east-officer',
  )
  expect(draft).toMatchObject({ figures: { joined: 3, present: 2, absent: 1, minutes: 240 }, version: null })
  const write = { id: activityId, version: null, words: draft.words, findings: 2, photos: [photoId('office')] }
  const numbers = ['13912345678', '139-1234-5678', '139 1234 5678', '１３９１２３４５６７８', idCard()]
  for (const number of numbers) {
    const leading = { ...write, words: `联系 ${number}` }
    await expect(ask('writeReport', leading, 'east-officer')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  const gone = { ...write, photos: [photoId('one')] }
  await expect(ask('writeReport', gone, 'east-officer')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const written = await ask('writeReport', write, 'east-officer')
  expect(await ask('writeReport', write, 'east-officer')).toEqual(written)
  await ask('writeReport', { ...write, version: 0, words: '走访了两处。' }, 'east-officer')
  const read = await ask<ReportView>('report', { id: written.id }, 'east-regulator')
  expect(read).toMatchObject({ words: '走访了两处。', mayRevise: false })
  const seen = await ask<ReportView>('report', { id: written.id }, 'root-officer')
  expect(seen).toMatchObject({ words: '走访了两处。', findings: 2, figures: { present: 2 }, mayRevise: true })
  expect(seen.photos).toHaveLength(1)
  const inJune = await ask<{ items: unknown[] }>('reports', { nodeId: idOf('root'), month: '2026-06' }, 'root-officer')
  expect(inJune.items).toHaveLength(1)
  const inMay = await ask<{ items: unknown[] }>('reports', { nodeId: idOf('root'), month: '2026-05' }, 'root-officer')
  expect(inMay.items).toEqual([])
  const paper = await ask<{ url: string; fileName: string }>('printReport', { id: written.id }, 'root-officer')
  expect(paper.fileName).toContain('简报')
  expect(
    Buffer.from(await (await fetch(paper.url)).arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('who erases himself takes his pictures with him; the others go after their time', async () => {
  await post('two', 'w1')
  const file = (await fileOf('two'))?.fileId
  expect(file).toBeTruthy()
  await cloud.call('org', 'eraseMe', { confirm: '注销' }, 'w1')
  for (let round = 0; round < 3; round++) for (const room of ['org', 'volunteer']) await cloud.tick(room)
  await drained(cloud, 'volunteer')
  expect(await fileOf('two')).toMatchObject({ state: 'removed', fileId: null, applicationId: null })
  await cloud.clock({ advanceMs: 24 * month })
  await cloud.tick('volunteer')
  expect((await fileOf('office'))?.state).toBe('removed')
})
