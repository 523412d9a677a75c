import { deriveId } from 'types/ids'
import { samplePeople } from 'types/check-fields'
import { readyTexts } from 'types/ready-texts'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { agree, goodData, settled } from '../../support/factories/notice'
import { boothDoc, city, cityLines, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type TooLong = { key: string; people: number; who: string; value: string; over: number }
type Sample = { who: string; fields: { name: string; value: string }[] }
type Preview = {
  recipients: number
  fields: { key: string; value: string; problem: string | null }[]
  tooLong: TooLong[]
  fitted: number
  samples: { first?: Sample; longest?: Sample; unitless?: Sample }
}
type Message = { openid: string; state: string; reason: string | null; fields: { key: string; value: string }[] }

const { east } = city.nodes
const unit = (name: string) => ({ ...city.enterprises.factory, _id: deriveId('unit', name), name })
const at = { boothUnder: east.under }
const short = personDoc({ openid: 'wx-short', name: '王建国', ...at, unit: unit('东河机械厂') })
const long = personDoc({ openid: 'wx-long', name: '李桂芳', ...at, unit: unit(samplePeople.longest.unit!) })
const alone = personDoc({ openid: 'wx-alone', name: '赵铁柱', ...at })

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const people = [short, long, alone].map((doc) => seedLine('people', doc))
  const booth = seedLine('booths', boothDoc(east))
  cloud = await fresh.open({ now, env: orgEnv, seed: seedFile([...cityLines(), booth, ...people]) })
})
afterAll(fresh.close)

const wish = (more: object = {}) => ({
  ...{ nodeId: east._id, template: 'work-to-do', audience: { nodeId: east._id, who: 'workers' } },
  ...{ wording: { ...goodData('work-to-do'), thing1: '{{姓名}}，请做防汛自查', thing2: '[[有单位|{{单位}}|各企业]]' } },
  ...more,
})
const preview = (more: object = {}) => cloud.call<Preview>('notice', 'preview', wish(more), 'wx-east1')
const send = (more: object = {}) =>
  cloud.call<{ id: string }>('notice', 'send', { _id: deriveId('push', 'p'), ...wish(more) }, 'wx-east1')
const told = async (openid: string) => (await readDocuments(cloud, 'messages', { openid }))[0] as Message | undefined
const saying = async (openid: string) =>
  Object.fromEntries((await told(openid))?.fields.map(({ key, value }) => [key, value]) ?? [])

test('before sending it is said for whom a field is too long, by how much, and how the longest reads', async () => {
  const seen = await preview()
  expect(seen.tooLong).toMatchObject([{ key: 'thing2', people: 1, value: samplePeople.longest.unit }])
  expect(seen.tooLong[0]!.who).toContain('李桂芳')
  expect(seen.tooLong[0]!.over).toBe([...samplePeople.longest.unit!].length - 20)
  expect(seen.samples.longest?.who).toContain('李桂芳')
  expect(seen.samples.unitless?.fields.map(({ value }) => value)).toContain('各企业')
  await expect(send()).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'wording.thing2': expect.stringContaining('李桂芳') as string },
  })
  expect(await readDocuments(cloud, 'pushes')).toEqual([])
})

test('shortened by the rule the officer chose, nobody else’s words change', async () => {
  expect(await preview({ longRule: 'shorten' })).toMatchObject({ tooLong: [], fitted: 1 })
  await Promise.all(['wx-short', 'wx-long', 'wx-alone'].map((openid) => agree(cloud, openid, 'work-to-do')))
  await send({ longRule: 'shorten' })
  await settled(cloud)
  expect(await saying('wx-short')).toMatchObject({ thing1: '王建国，请做防汛自查', thing2: '东河机械厂' })
  expect((await saying('wx-long')).thing2).toMatch(/^青泽市东河区宏远第二建筑安装工程$|宏远第二建筑安装工程/)
  expect(await saying('wx-alone')).toMatchObject({ thing2: '各企业' })
  expect((await cloud.inbox()).map(({ openid }) => openid).sort()).toEqual(['wx-alone', 'wx-long', 'wx-short'])
})

test('left out, the unit that is too long is told as one that is not known', async () => {
  await send({ longRule: 'leave-out' })
  await settled(cloud)
  expect((await saying('wx-long')).thing2).toBe('各企业')
  expect((await saying('wx-short')).thing2).toBe('东河机械厂')
})

test('the day and the union are those of the push', async () => {
  const wording = { ...goodData('work-to-do'), thing1: '{{工会}}提醒', time3: '{{日期}} 18:00' }
  await send({ wording, dueAt: '2026-11-21T02:00:00.000Z' })
  await cloud.clock({ now: '2026-11-21T02:01:00.000Z' })
  await settled(cloud)
  expect(await saying('wx-short')).toMatchObject({ thing1: `${east.name}提醒`, time3: '2026年11月21日 18:00' })
})

test('every ready-made text can be sent as it stands to people with any unit', async () => {
  for (const { template, wording } of readyTexts) {
    const seen = await preview({ template, wording, longRule: 'shorten' })
    expect(seen.fields.filter(({ problem }) => problem)).toEqual([])
    expect(seen.tooLong).toEqual([])
  }
})
