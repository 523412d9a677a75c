import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture, TEMPLATE } from './support/build-fixture'
import { matrixOfPng, matrixOfText } from '../../localcloud/wechat/qr-matrix'
import { CHECK_WORDS } from '../../localcloud/wechat/message-check'

const WORKER = 'o-worker-0004'
const HOUR = 3_600_000
const DATA = { thing1: { value: '配电箱没有锁' }, time2: { value: '2026年3月1日 15:01' }, phrase3: { value: '待整改' } }

type Reply = { errCode: number; errMsg: string; [key: string]: unknown }

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ manifest: buildFixture() })
})
afterAll(() => cloud.stop())

const api = async (name: string, input: unknown, fn = 'probe'): Promise<Reply> =>
  (await cloud.callRaw(fn, { action: `openapi.${name}`, input }, WORKER)).body as Reply

describe('every openapi', () => {
  test('that the function has not declared is refused with -604101', async () => {
    expect(await api('phonenumber.getPhoneNumber', { code: 'x' }, 'other')).toMatchObject({ errCode: -604101 })
  })
  test('that does not exist is -604100', async () => {
    expect(await api('wxacode.conjure', {})).toMatchObject({ errCode: -604100 })
  })
  test('takes a small fixed time', async () => {
    await api('security.msgSecCheck', { version: 2, scene: 2, openid: WORKER, content: '好' })
    const { ms } = await api('security.msgSecCheck', { version: 2, scene: 2, openid: WORKER, content: '好' })
    expect(ms).toBeGreaterThanOrEqual(14)
    expect(ms).toBeLessThan(500)
  })
})

describe('subscribeMessage.send', () => {
  const send = (change: object = {}, fn = 'probe') =>
    api(
      'subscribeMessage.send',
      { touser: WORKER, templateId: TEMPLATE, page: 'pages/index/index?id=1', data: DATA, ...change },
      fn,
    )

  test('delivers one message for each accept, then 43101', async () => {
    await cloud.clock({ now: '2026-03-01T07:01:00Z' })
    expect(await send()).toMatchObject({ errCode: 43101 })
    await cloud.consent(WORKER, TEMPLATE, 'accept', 2)
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send({ miniprogramState: 'developer', page: undefined })).toMatchObject({ errCode: 0 })
    expect(await send()).toMatchObject({ errCode: 43101 })
    const inbox = await cloud.inbox(WORKER)
    expect(inbox).toHaveLength(2)
    expect(inbox[0]).toMatchObject({
      openid: WORKER,
      templateId: TEMPLATE,
      title: '隐患处理提醒',
      page: 'pages/index/index?id=1',
      data: DATA,
      fields: [
        { name: '隐患内容', value: '配电箱没有锁' },
        { name: '处理时间', value: '2026年3月1日 15:01' },
        { name: '状态', value: '待整改' },
      ],
      miniprogramState: 'formal',
      at: expect.stringMatching(/^2026-03-01T07:0/) as string,
    })
    expect(inbox[1]).toMatchObject({ page: '', miniprogramState: 'developer' })
    expect(await cloud.inbox('o-somebody-else')).toEqual([])
  })

  test('a reject grants nothing and takes nothing; a ban stops what was granted; the quota can be set outright', async () => {
    await cloud.setQuota(WORKER, TEMPLATE, 0)
    await cloud.consent(WORKER, TEMPLATE, 'reject')
    expect(await send()).toMatchObject({ errCode: 43101 })
    await cloud.consent(WORKER, TEMPLATE)
    await cloud.consent(WORKER, TEMPLATE, 'reject')
    expect(await send()).toMatchObject({ errCode: 0 })
    await cloud.consent(WORKER, TEMPLATE, 'accept', 5)
    await cloud.consent(WORKER, TEMPLATE, 'ban')
    expect(await send()).toMatchObject({ errCode: 43101 })
    await cloud.setQuota(WORKER, TEMPLATE, 1)
    expect(await send()).toMatchObject({ errCode: 0 })
  })

  test.each([
    ['bad openid', { touser: '' }, 40003, ''],
    ['openid of the wrong form', { touser: '张三' }, 40003, ''],
    ['unknown template', { templateId: 'nope' }, 40037, ''],
    ['unpublished page', { page: 'pages/nowhere' }, 41030, ''],
    ['page with leading slash', { page: '/pages/index/index' }, 41030, ''],
    ['bad state', { miniprogramState: 'demo' }, 47003, 'miniprogram_state'],
    ['no data', { data: undefined }, 47003, 'data'],
    ['a field too long', { data: { ...DATA, thing1: { value: '字'.repeat(21) } } }, 47003, 'data.thing1.value'],
    ['a field missing', { data: { thing1: DATA.thing1, time2: DATA.time2 } }, 47003, 'data.phrase3.value'],
    ['a field empty', { data: { ...DATA, thing1: { value: '' } } }, 47003, 'data.thing1.value'],
    ['a field the template has not', { data: { ...DATA, thing9: { value: 'x' } } }, 47003, 'data.thing9'],
    ['a field of another form', { data: { ...DATA, time2: { value: '明天' } } }, 47003, 'data.time2.value'],
    ['a bare value', { data: { ...DATA, phrase3: '待整改' } }, 47003, 'data.phrase3.value'],
  ])('refuses %s and takes no quota', async (_name, change, errCode, named) => {
    await cloud.setQuota(WORKER, TEMPLATE, 1)
    const before = (await cloud.inbox(WORKER)).length
    const reply = await send(change)
    expect(reply.errCode).toBe(errCode)
    expect(reply.errMsg).toContain(named)
    expect(await cloud.inbox(WORKER)).toHaveLength(before)
    expect(await send()).toMatchObject({ errCode: 0 })
  })
})

describe('wxacode.getUnlimited', () => {
  const SCENE = 'b=7Hk3abcXYZ0123456789ab'

  test('draws a real PNG whose QR code says page and scene, and which can be scanned', async () => {
    const page = 'packages/hazard/detail/index'
    const { errCode, pngBase64, contentType } = await api('wxacode.getUnlimited', { scene: SCENE, page, width: 300 })
    expect({ errCode, contentType }).toEqual({ errCode: 0, contentType: 'image/png' })
    const png = Buffer.from(String(pngBase64), 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(300)
    const content = `weixin://local/touristappid/${page}?scene=${encodeURIComponent(SCENE)}`
    expect(matrixOfPng(png)).toBe(matrixOfText(content))
    const expected = { path: page, query: { scene: encodeURIComponent(SCENE) } }
    expect(await cloud.scan({ pngBase64: String(pngBase64) })).toEqual(expected)
    expect(await cloud.scan({ scene: SCENE })).toEqual(expected)
    const door = await cloud.request(`/wechat/code.png?scene=${encodeURIComponent(SCENE)}&page=${page}`)
    expect(door.headers['content-type']).toBe('image/png')
    expect(door.body.equals(png)).toBe(true)
  })

  test('leads to the first page when none is named', async () => {
    await api('wxacode.getUnlimited', { scene: 'i=abc' })
    expect(await cloud.scan({ scene: 'i=abc' })).toEqual({ path: 'pages/index/index', query: { scene: 'i%3Dabc' } })
  })

  test.each([
    ['no scene', { scene: '' }, 40129],
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40129],
    ['a Chinese scene', { scene: '展位' }, 40129],
    ['a percent sign', { scene: 'a%20' }, 40129],
    ['an unpublished page', { scene: 'a', page: 'pages/none' }, 41030],
    ['a leading slash', { scene: 'a', page: '/pages/index/index' }, 41030],
    ['a query in the page', { scene: 'a', page: 'pages/index/index?x=1', checkPath: false }, 41030],
    ['a width out of range', { scene: 'a', width: 100 }, 40097],
    ['an unknown version', { scene: 'a', envVersion: 'beta' }, 40097],
  ])('refuses %s', async (_name, input, errCode) => {
    expect(await api('wxacode.getUnlimited', input)).toMatchObject({ errCode })
  })

  test('takes an unpublished page when told not to look', async () => {
    expect(await api('wxacode.getUnlimited', { scene: 'a', page: 'pages/none', checkPath: false })).toMatchObject({
      errCode: 0,
    })
  })

  test('what was never drawn cannot be scanned', async () => {
    await expect(cloud.scan({ scene: 'z=1' })).rejects.toThrow('不是本地云生成的小程序码')
    await expect(cloud.scan({ pngBase64: 'AAAA' })).rejects.toThrow('不是本地云生成的小程序码')
    expect((await cloud.request('/wechat/code.png?scene=z=1')).status).toBe(404)
  })
})

describe('security.msgSecCheck', () => {
  const check = (change: object = {}) =>
    api('security.msgSecCheck', { version: 2, scene: 1, openid: WORKER, content: '脚手架没有护栏', ...change })

  test('passes ordinary text', async () => {
    expect(await check()).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } })
  })
  test.each(Object.entries(CHECK_WORDS))('finds %s', async (word, result) => {
    expect(await check({ content: `前面${word}后面` })).toMatchObject({ errCode: 0, result })
  })
  test('lets the worse of two findings decide', async () => {
    expect(await check({ content: '本地广告测试词，本地辱骂测试词' })).toMatchObject({
      result: { suggest: 'risky', label: 20003 },
    })
  })
  test.each([
    ['a user who never came', { openid: 'o-never-here' }, 61010],
    ['no openid', { openid: '' }, 40003],
    ['version 1', { version: 1 }, 40097],
    ['scene 5', { scene: 5 }, 40097],
    ['no content', { content: '' }, 44004],
    ['2501 characters', { content: '字'.repeat(2501) }, 45002],
  ])('refuses %s', async (_name, change, errCode) => {
    expect(await check(change)).toMatchObject({ errCode })
  })
  test('knows a visitor for two hours', async () => {
    await cloud.visit('o-visitor-1')
    expect(await check({ openid: 'o-visitor-1' })).toMatchObject({ errCode: 0 })
    await cloud.clock({ advanceMs: 2 * HOUR + 1000 })
    expect(await check({ openid: 'o-visitor-1' })).toMatchObject({ errCode: 61010 })
    // The call itself is a visit of the one who calls.
    expect(await check()).toMatchObject({ errCode: 0 })
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const exchange = (code: string) => api('phonenumber.getPhoneNumber', { code })

  test('gives the number once', async () => {
    const code = await cloud.phoneCode(WORKER, '19900000001')
    expect(await exchange(code)).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: '19900000001', purePhoneNumber: '19900000001', countryCode: '86' },
    })
    expect(await exchange(code)).toMatchObject({ errCode: 40029 })
  })
  test('not after five minutes, and not for an invented code', async () => {
    const code = await cloud.phoneCode(WORKER, '19900000001')
    await cloud.clock({ advanceMs: 5 * 60_000 + 1000 })
    expect(await exchange(code)).toMatchObject({ errCode: 40029 })
    expect(await exchange('invented')).toMatchObject({ errCode: 40029 })
  })
  test('the door wants a number', async () => {
    await expect(cloud.phoneCode(WORKER, '12')).rejects.toThrow('11 位手机号')
  })
})
