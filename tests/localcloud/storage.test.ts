import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

const WORKER = 'o-worker-0006'
const OTHER = 'o-worker-0007'
const LIMIT = 10 * 1024 * 1024

type Entry = { fileID: string; status: number; errMsg: string; tempFileURL: string; maxAge: number }
type List = { fileList: Entry[] }

let cloud: Cloud
const manifest = buildFixture()
beforeAll(async () => {
  cloud = await startCloud({ manifest })
})
afterAll(() => cloud.stop())

const act = async <T>(action: string, input: unknown): Promise<T> =>
  (await cloud.callRaw('probe', { action: `storage.${action}`, input }, WORKER)).body as T
const urlOf = async (file: string | { fileID: string; maxAge: number }): Promise<Entry> =>
  (await act<List>('urls', { fileList: [file] })).fileList[0]!

describe('the SDK', () => {
  test('uploads, downloads, gets addresses and deletes', async () => {
    const base64 = Buffer.from('一张照片').toString('base64')
    const { fileID } = await act<{ fileID: string }>('upload', { cloudPath: 'hazard/2026/照片 1.jpg', base64 })
    expect(fileID).toMatch(/^cloud:\/\/local-test\.[\w-]+\/hazard\/2026\/照片 1\.jpg$/)
    expect(existsSync(path.join(cloud.dir, 'files/hazard/2026/照片 1.jpg'))).toBe(true)
    expect(await act('download', { fileID })).toEqual({ base64 })
    const entry = await urlOf(fileID)
    expect(entry).toMatchObject({ fileID, status: 0 })
    const reply = await cloud.request(encodeURI(entry.tempFileURL))
    expect({ type: reply.headers['content-type'], body: reply.body.toString() }).toEqual({
      type: 'image/jpeg',
      body: '一张照片',
    })
    expect(reply.headers['content-security-policy']).toContain('sandbox')
    expect((await act<List>('remove', { fileList: [fileID] })).fileList[0]).toMatchObject({ fileID, status: 0 })
    expect((await act<List>('remove', { fileList: [fileID] })).fileList[0]).toMatchObject({ status: -503003 })
    expect(await urlOf(fileID)).toMatchObject({ status: -503003, tempFileURL: '' })
    expect((await cloud.request(encodeURI(entry.tempFileURL))).status).toBe(403)
  })

  test('writes over what is there', async () => {
    for (const text of ['old', 'new'])
      await act('upload', { cloudPath: 'over.txt', base64: Buffer.from(text).toString('base64') })
    const fileID = (await act<{ fileID: string }>('upload', { cloudPath: 'over.txt', base64: 'bmV3' })).fileID
    expect(await act('download', { fileID })).toEqual({ base64: 'bmV3' })
  })

  test.each(['', '../up.txt', '/abs.txt', 'a//b', 'a/./b', 'a?b', 'x'.repeat(900), 'a\u0000b'])(
    'is refused the path “%s”',
    async (cloudPath) => {
      expect(await act('upload', { cloudPath, base64: 'AA==' })).not.toHaveProperty('fileID')
    },
  )

  test('may store 10 MB and no more', async () => {
    expect(await act('upload', { cloudPath: 'big.bin', bytes: LIMIT })).toHaveProperty('fileID')
    const refused = await act<{ errMsg: string }>('upload', { cloudPath: 'bigger.bin', bytes: LIMIT + 1 })
    expect(refused.errMsg).toContain('EntityTooLarge')
    expect(existsSync(path.join(cloud.dir, 'files/bigger.bin'))).toBe(false)
  })

  test('gets 50 addresses at a time and no more', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `cloud://local-test.x/${index}`)
    expect((await act<List>('urls', { fileList: many(50) })).fileList).toHaveLength(50)
    expect(await act('urls', { fileList: many(51) })).toHaveProperty('errMsg', expect.stringContaining('50'))
  })

  test('is told of foreign file ids that they are not there', async () => {
    expect(await urlOf('cloud://other-env.x/a.jpg')).toMatchObject({ status: -503003 })
  })
})

describe('a temporary address', () => {
  test('ends on the platform clock, by default after ten minutes', async () => {
    const fileID = await cloud.upload('short.txt', Buffer.from('x'), WORKER)
    const byDefault = await urlOf(fileID)
    const long = await urlOf({ fileID, maxAge: 3600 })
    expect((await cloud.request(byDefault.tempFileURL)).status).toBe(200)
    await cloud.clock({ advanceMs: 601_000 })
    const late = await cloud.request(byDefault.tempFileURL)
    expect(late.status).toBe(403)
    expect(late.body.toString()).toContain('已过期')
    expect((await cloud.request(long.tempFileURL)).status).toBe(200)
  })

  test('cannot be made up, lengthened or used for another file', async () => {
    const fileID = await cloud.upload('mine.txt', Buffer.from('x'), WORKER)
    await cloud.upload('secret.txt', Buffer.from('s'), WORKER)
    const { tempFileURL } = await urlOf(fileID)
    expect((await cloud.request(tempFileURL.replace(/t=\d+/, 't=9999999999'))).status).toBe(403)
    expect((await cloud.request(tempFileURL.replace('mine', 'secret'))).status).toBe(403)
    expect((await cloud.request(tempFileURL.split('?')[0]!)).status).toBe(403)
    expect((await cloud.request('/file/%E0%A4%A')).status).toBe(403)
  })

  test('answers HEAD with type and length', async () => {
    const fileID = await cloud.upload('head.png', Buffer.from('12345'), WORKER)
    const { tempFileURL } = await urlOf(fileID)
    const reply = await cloud.request(tempFileURL, { method: 'HEAD' })
    expect(reply.headers).toMatchObject({ 'content-type': 'image/png', 'content-length': '5' })
    expect(reply.body).toHaveLength(0)
  })
})

describe('the phone’s upload', () => {
  test('may be repeated by the same user, not by another, nor over what a function stored', async () => {
    const fileID = await cloud.upload('mine/a.jpg', Buffer.from('one'), WORKER)
    expect(await cloud.upload('mine/a.jpg', Buffer.from('two'), WORKER)).toBe(fileID)
    await expect(cloud.upload('mine/a.jpg', Buffer.from('evil'), OTHER)).rejects.toThrow('已有别人的文件')
    await act('upload', { cloudPath: 'sheet.xlsx', base64: 'AA==' })
    await expect(cloud.upload('sheet.xlsx', Buffer.from('evil'), WORKER)).rejects.toThrow('已有别人的文件')
    expect(await act('download', { fileID })).toEqual({ base64: Buffer.from('two').toString('base64') })
  })

  test('is refused without path, without user and above 10 MB', async () => {
    await expect(cloud.upload('', Buffer.from('x'), WORKER)).rejects.toThrow('路径')
    await expect(cloud.upload('a.jpg', Buffer.from('x'), '')).rejects.toThrow('x-wx-openid')
    await expect(cloud.upload('a.jpg', Buffer.alloc(LIMIT + 1), WORKER)).rejects.toThrow('超过')
  })

  test('a file and a folder of one name do not break the cloud', async () => {
    await cloud.upload('thing', Buffer.from('x'), WORKER)
    await expect(cloud.upload('thing/inside', Buffer.from('x'), WORKER)).rejects.toThrow('写不进')
    expect(readdirSync(path.join(cloud.dir, 'staging'))).toEqual([])
  })
})

test('the object store wants the ticket of getUploadMetadata, for a raw body as for a form', async () => {
  expect((await cloud.request('/cos/x.txt', { method: 'PUT', body: 'x' })).status).toBe(403)
  const { data } = (await cloud.admin({ action: 'storage.getUploadMetadata', path: 'form.txt' })) as {
    data: { url: string; authorization: string }
  }
  const form = (name: string, value: string) =>
    `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const reply = await cloud.request(data.url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=B' },
    body: `${form('Signature', data.authorization)}${form('file', 'from a form')}--B--\r\n`,
  })
  expect(reply.status).toBe(200)
  const fileID = `cloud://local-test.6c6f-local-test-1300000000/form.txt`
  expect(await act('download', { fileID })).toEqual({ base64: Buffer.from('from a form').toString('base64') })
})

test('an acknowledged file is there after kill -9; what was half written is swept away', async () => {
  const fileID = await cloud.upload('kept.bin', Buffer.alloc(1000, 3), WORKER)
  const { dir } = cloud
  await cloud.kill9()
  cloud = await startCloud({ manifest, dataDir: dir })
  expect(await act('download', { fileID })).toEqual({ base64: Buffer.alloc(1000, 3).toString('base64') })
  expect(readdirSync(path.join(dir, 'staging'))).toEqual([])
})
