import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { accountTemplate, agree, goodData, settled } from '../../support/factories/notice'
import { cityLines, deliverTo, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Left = { left: Record<string, number> }
type Subscriptions = { templates: { key: string; id: string; title: string; left: number }[] }
type Inbox = {
  items: { id: string; title: string; fields: { name: string; value: string }[]; page: string | null; read: boolean }[]
  unread: number
  more: boolean
}

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('notice', action, input, openid)
const answer = (openid: string, name: string, result = 'accept', template = 'activity') =>
  call<Left>(openid, 'consent', { _id: deriveId('consent', name), results: [{ template, result }] })
const leftOf = async (openid: string, key = 'activity') =>
  (await call<Subscriptions>(openid, 'subscriptions')).templates.find((one) => one.key === key)!.left
const message = (id: string, openid = 'wx-worker', more: object = {}) => ({
  id,
  kind: 'message',
  payload: { openid, template: 'hazard-progress', data: goodData('hazard-progress'), page: null, ...more },
})
const inboxOf = (openid: string, input: object = {}) => call<Inbox>(openid, 'inbox', input)

describe('consent', () => {
  test('gives one message for one accept, booked once however often it is sent', async () => {
    expect((await answer('wx-new', 'a')).left.activity).toBe(1)
    expect((await answer('wx-new', 'a')).left.activity).toBe(1)
    expect((await answer('wx-new', 'b')).left.activity).toBe(2)
    expect(await leftOf('wx-new')).toBe(2)
    expect(await leftOf('wx-new', 'review-result')).toBe(0)
    expect(await leftOf('wx-other')).toBe(0)
  })

  test('is not given by a refusal, which takes nothing away either', async () => {
    await answer('wx-new', 'a')
    for (const result of ['reject', 'ban', 'filter'])
      expect((await answer('wx-new', result, result)).left.activity).toBe(1)
  })

  test('many answers at the same moment are all booked, the same one once', async () => {
    const names = ['a', 'b', 'c', 'd', 'a', 'a']
    await Promise.all(names.map((name) => answer('wx-new', name)))
    expect(await leftOf('wx-new')).toBe(4)
  })

  test.each([1, 2])('killed at trip %i and repeated it is booked once', async (trips) => {
    await answer('wx-new', 'before')
    await cloud.fault({ target: 'function', name: 'notice', mode: 'kill', trips })
    await answer('wx-new', 'a').catch(() => undefined)
    await cloud.clearFaults()
    expect((await answer('wx-new', 'a')).left.activity).toBe(2)
  })

  test('asks for the account’s own template ids', async () => {
    const { templates } = await call<Subscriptions>('wx-new', 'subscriptions')
    expect(templates.map(({ id }) => id)).toContain(accountTemplate('hazard-progress'))
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  })
})

describe('where a consent comes from', () => {
  const booth = (name: string) => deriveId('booth', name)
  const from = (openid: string, name: string, source: object) =>
    call<Left>(openid, 'consent', {
      ...{ _id: deriveId('consent', name), results: [{ template: 'activity', result: 'accept' }], source },
    })
  const countedAt = async (key: string) =>
    (await readDocuments(cloud, 'counters', { _id: `notice.${key}` })) as unknown as { values: { consents: number } }[]
  const visitor = { ...personDoc({ openid: 'wx-visitor' }), booths: [booth('a'), booth('b')], carriers: [booth('v')] }
  beforeEach(async () => {
    cloud = await fresh.open({ env: orgEnv, seed: seedFile([...cityLines(), seedLine('people', visitor)]) })
  })

  test('only a booth and a person whose codes he scanned are counted, each once', async () => {
    for (const name of ['a', 'b', 'a', 'b']) {
      await from('wx-visitor', `${name}${Math.random()}`, { booth: booth(name), by: booth('v') })
      await settled(cloud)
    }
    expect(await countedAt(`booth.${booth('a')}`)).toMatchObject([{ values: { consents: 1 } }])
    expect(await countedAt(`booth.${booth('b')}`)).toMatchObject([{ values: { consents: 1 } }])
    expect(await countedAt(`by.${booth('v')}`)).toMatchObject([{ values: { consents: 1 } }])
    expect(await leftOf('wx-visitor')).toBe(4)
  })

  test('made-up ones are booked as consents and leave nothing behind, nor those of a hundred answers at once', async () => {
    const made = Array.from({ length: 60 }, (_, index) => ({ booth: booth(`x${index}`), by: booth(`y${index}`) }))
    await Promise.all(made.map((source, index) => from('wx-visitor', `made-${index}`, source)))
    await Promise.all(Array.from({ length: 6 }, (_, index) => from('wx-visitor', `n${index}`, { booth: booth('a') })))
    await settled(cloud)
    expect(await leftOf('wx-visitor')).toBe(66)
    expect(await readDocuments(cloud, 'counters')).toHaveLength(3)
    expect(await countedAt(`booth.${booth('a')}`)).toMatchObject([{ values: { consents: 1 } }])
  })
})

describe('the inbox', () => {
  test('keeps every message readable, whether WeChat took it or not', async () => {
    expect(await deliverTo(cloud, 'notice', [message('m1', 'wx-worker', { page: 'pages/my/index?id=1' })])).toEqual([
      'm1',
    ])
    const { items, unread } = await inboxOf('wx-worker')
    expect(unread).toBe(1)
    expect(items[0]).toMatchObject({ title: '隐患处理进度提醒', read: false, page: 'pages/my/index?id=1' })
    expect(items[0]!.fields).toContainEqual({ name: '当前进度', value: '整改中' })
    await settled(cloud)
    expect(await cloud.inbox('wx-worker')).toEqual([])
    expect((await inboxOf('wx-worker')).items).toHaveLength(1)
  })

  test('takes a delivery once, however often it is handed over', async () => {
    for (let time = 0; time < 3; time++)
      expect(await deliverTo(cloud, 'notice', [message('m1'), message('m2')])).toEqual(['m1', 'm2'])
    await Promise.all([1, 2, 3].map(() => deliverTo(cloud, 'notice', [message('m3')])))
    expect((await inboxOf('wx-worker')).items).toHaveLength(3)
  })

  test('leaves what it cannot read with its sender', async () => {
    const items = [
      message('good'),
      { ...message('foreign'), kind: 'parcel' },
      message('no-template', 'wx-worker', { template: 'none' }),
      message('no-one', ''),
    ]
    expect(await deliverTo(cloud, 'notice', items)).toEqual(['good'])
    await expect(call('wx-worker', 'deliver', { from: 'hazard', items: [message('m1')] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('is one’s own: others neither see nor mark it', async () => {
    await deliverTo(cloud, 'notice', [message('m1'), message('m2'), message('m3')])
    const { items } = await inboxOf('wx-worker')
    const ids = items.map(({ id }) => id)
    expect(await call('wx-other', 'markRead', { ids })).toEqual({ unread: 0 })
    expect(await call('wx-worker', 'markRead', { ids: ids.slice(0, 2) })).toEqual({ unread: 1 })
    expect(await call('wx-worker', 'markRead', { ids: ids.slice(0, 2) })).toEqual({ unread: 1 })
    expect((await inboxOf('wx-other')).items).toEqual([])
    const page = await inboxOf('wx-worker', { page: 2, size: 2 })
    expect(page).toMatchObject({ more: false, unread: 1 })
    expect(page.items).toHaveLength(1)
  })

  test('cuts what other functions write to what WeChat takes', async () => {
    await agree(cloud, 'wx-worker', 'hazard-progress')
    const data = {
      ...goodData('hazard-progress'),
      thing2: '车间东侧消防通道长期堆放杂物并且照明损坏无人处理',
      thing5: '',
    }
    await deliverTo(cloud, 'notice', [message('m1', 'wx-worker', { data })])
    await settled(cloud)
    const [sent] = await cloud.inbox('wx-worker')
    expect([...sent!.data.thing2!.value]).toHaveLength(20)
    expect(sent!.data.thing5!.value).toBe('无')
  })
})

describe('erasing', () => {
  test('takes the content and the consent, keeps the result, sends nothing more', async () => {
    await agree(cloud, 'wx-worker', 'hazard-progress', 2)
    await deliverTo(cloud, 'notice', [message('m1')])
    await settled(cloud)
    await cloud.fault({ target: 'function', name: 'notice', mode: 'slow', ms: 300, times: 1 })
    const gone = { id: 'e1', kind: 'erase', payload: { openid: 'wx-worker' } }
    expect(await deliverTo(cloud, 'notice', [gone], 'org')).toEqual(['e1'])
    expect(await deliverTo(cloud, 'notice', [gone], 'org')).toEqual(['e1'])
    const stored = JSON.stringify([await readDocuments(cloud, 'messages'), await readDocuments(cloud, 'subscribers')])
    expect(stored).not.toMatch(/wx-worker|消防通道/)
    expect(stored).toContain('"sent"')
    expect(await inboxOf('wx-worker')).toEqual({ items: [], unread: 0, more: false })
  })

  test('reaches a message that waits in the queue', async () => {
    await agree(cloud, 'wx-worker', 'hazard-progress')
    await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'slow', ms: 50, times: 99 })
    await deliverTo(cloud, 'notice', [message('m1'), { id: 'e1', kind: 'erase', payload: { openid: 'wx-worker' } }])
    await cloud.clearFaults()
    await deliverTo(cloud, 'notice', [{ id: 'e2', kind: 'erase', payload: { openid: 'wx-worker' } }])
    await settled(cloud)
    expect(JSON.stringify(await readDocuments(cloud, 'messages'))).not.toContain('wx-worker')
  })
})

test('a worker’s calls take three trips at most, each served by an index', async () => {
  await answer('wx-worker', 'first')
  await deliverTo(cloud, 'notice', [message('m1')])
  await settled(cloud)
  await cloud.resetMetrics()
  await call('wx-worker', 'subscriptions')
  for (const name of ['first', 'second']) await answer('wx-worker', name)
  await answer('wx-fresh', 'third')
  const { items } = await inboxOf('wx-worker')
  await call('wx-worker', 'markRead', { ids: items.map(({ id }) => id) })
  const { functions, queries } = await cloud.metrics()
  const { actions } = functions.find(({ name }) => name === 'notice')!
  for (const action of ['subscriptions', 'consent', 'inbox', 'markRead'])
    expect({ action, ok: actions[action]!.trips.max <= 3 }).toEqual({ action, ok: true })
  expect(
    queries.filter(({ index }) => index === null).map(({ collection, shape }) => `${collection} ${shape}`),
  ).toEqual([])
})
