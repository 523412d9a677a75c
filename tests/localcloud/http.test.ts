import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ manifest: buildFixture() })
})
afterAll(() => cloud.stop())

const statusWith = async (headers: Record<string, string>, path = '/status'): Promise<number> =>
  (await cloud.request(path, { headers })).status

describe('only this machine', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '192.168.1.5:8787', '0.0.0.0'])(
    'the host %s is refused',
    async (host) => {
      expect(await statusWith({ host })).toBe(403)
      const admin = await cloud.request('/admin', {
        method: 'POST',
        headers: { host },
        body: '{"action":"database.addCollection","collectionName":"evil"}',
      })
      expect(admin.status).toBe(403)
    },
  )
  test.each(['localhost:9', '127.0.0.1', '[::1]:8787'])('the host %s is taken', async (host) => {
    expect(await statusWith({ host })).toBe(200)
  })
  test.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example'])(
    'a page of %s is refused',
    async (origin) => {
      expect(await statusWith({ origin })).toBe(403)
    },
  )
  test('a page of its own is taken', async () => {
    expect(await statusWith({ origin: cloud.url })).toBe(200)
  })
  test('no other address of the machine answers', async () => {
    const port = Number(new URL(cloud.url).port)
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of [...others, { address: '127.0.0.2' }]) {
      const open = await new Promise((resolve) => {
        const socket = connect({ port, host: address }, () => resolve(true)).on('error', () => resolve(false))
        socket.unref()
      })
      expect({ address, open }).toEqual({ address, open: false })
    }
  })
})

describe('the H5 build', () => {
  test('is served with its types; a route of the page gives the page', async () => {
    const home = await cloud.request('/')
    expect({ status: home.status, type: home.headers['content-type'], body: home.body.toString() }).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: expect.stringContaining('首页') as string,
    })
    expect(home.headers['x-content-type-options']).toBe('nosniff')
    const script = await cloud.request('/static/app.0123abcd.js')
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable') as string,
    })
    expect((await cloud.request('/pages/index/index?b=1')).body.toString()).toContain('首页')
    expect((await cloud.request('/static/missing.js')).status).toBe(404)
  })
  test.each(['/../cloud.json', '/%2e%2e/cloud.json', '/static/..%2f..%2fcloud.json', '/%00', '/%E0%A4%A'])(
    'gives nothing outside its folder: %s',
    async (path) => {
      const reply = await cloud.request(path)
      expect(reply.body.toString()).not.toContain('local-test')
      expect([200, 400, 404]).toContain(reply.status)
    },
  )
})

test('GET /status says what runs here', async () => {
  expect(await cloud.status()).toMatchObject({
    envId: 'local-test',
    appId: 'touristappid',
    functions: ['probe', 'other', 'small', 'single', 'alone', 'broken'],
    data: cloud.dir,
    url: cloud.url,
    pid: cloud.process.child.pid,
  })
})

test('an unknown door, an unknown action and a broken body are answered, not dropped', async () => {
  expect((await cloud.request('/nowhere', { method: 'POST' })).status).toBe(404)
  expect(await cloud.admin({ action: 'wx.teleport' })).toMatchObject({ code: 'INVALID_PARAM' })
  expect((await cloud.request('/admin', { method: 'POST', body: '{' })).status).toBe(400)
  const form = { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }
  expect((await cloud.request('/admin', form)).status).toBe(400)
  expect((await cloud.request('/clock', { method: 'POST', body: '[]' })).status).toBe(400)
  expect(
    (await cloud.request('/call/%E0%A4%A', { method: 'POST', headers: { 'x-wx-openid': 'o-1' }, body: '{}' })).status,
  ).toBe(400)
})

test('metrics show the queries of the database and are reset', async () => {
  await cloud.callRaw('probe', { action: 'find', input: { any: 1 } }, 'o-worker')
  const before = await cloud.metrics()
  expect(before.queries.find(({ collection }) => collection === 'notes')?.count).toBeGreaterThan(0)
  await cloud.resetMetrics()
  const after = await cloud.metrics()
  expect(after.queries).toEqual([])
  expect(after.functions.find(({ name }) => name === 'probe')).toMatchObject({ calls: 0, trips: 0, actions: {} })
})

test('ten thousand invented action names do not fill the memory', async () => {
  await Promise.all(
    Array.from({ length: 500 }, (_, index) => cloud.callRaw('probe', { action: `made-up-${index}` }, 'o-worker')),
  )
  const probe = (await cloud.metrics()).functions.find(({ name }) => name === 'probe')
  expect(Object.keys(probe?.actions ?? {}).length).toBeLessThanOrEqual(301)
  await cloud.resetMetrics()
})

test('without an H5 build the doors still work', async () => {
  const bare = await startCloud({ manifest: buildFixture({ h5: undefined }) })
  const home = await bare.request('/')
  await bare.stop()
  expect({ status: home.status, text: home.body.toString() }).toEqual({
    status: 404,
    text: expect.stringContaining('npm run build:h5') as string,
  })
})
