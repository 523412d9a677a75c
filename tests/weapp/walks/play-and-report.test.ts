import { readFileSync } from 'node:fs'
import path from 'node:path'
import jpeg from 'jpeg-js'
import type { OutputOf } from 'types/contract'
import type { hazardContract } from 'types/hazard'
import { startCloud, type Cloud } from '../../support/cloud'
import { openPhone, type Phone } from '../../support/weapp'
import { localCloudBehind } from '../../support/weapp/local-cloud'

const { booth } = JSON.parse(readFileSync(path.resolve('dist/seed/personas.json'), 'utf8')) as { booth: string }
const worker = 'oWeappWalkerWhoScannedTheCode'
const photo = jpeg.encode({ width: 64, height: 48, data: Buffer.alloc(64 * 48 * 4, 120) }, 80).data

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ seed: path.resolve('dist/seed/seed.ndjson'), env: path.resolve('config/local.env') })
}, 60_000)
afterAll(() => cloud.stop())

const scanned = async (openid: string): Promise<Phone> => {
  const phone = openPhone({
    cloud: localCloudBehind(cloud.url, openid),
    answers: { privacyAgreed: true, photos: () => [new Uint8Array(photo)] },
  })
  await phone.launch('pages/scan/index', { scene: encodeURIComponent(`b=${booth}`) }, 1047)
  await phone.waitFor('安全知识闯关')
  return phone
}

test('scan, play a whole level, read why: on the shipped package', async () => {
  const phone = await scanned(worker)
  await phone.tap('开始闯关')
  await phone.tap('用电安全')
  await phone.waitFor('下一题')
  for (let no = 1; no <= 10; no += 1) {
    await phone.tap('.option-row')
    await phone.tap(no < 10 ? '下一题' : '交卷')
  }
  await phone.waitFor('用时')
  expect(phone.route()).toBe('packages/quiz/result')
  expect(phone.text()).toContain('正确答案')
  expect(phone.text()).toMatch(/依据.+第\s*\d+\s*条/)
  expect(phone.diary.errors).toEqual([])
}, 60_000)

type Mine = OutputOf<typeof hazardContract.mine>
const mineOf = (openid: string) => cloud.call<Mine>('hazard', 'mine', {}, openid)

test('a report with a photo survives a lost network and arrives exactly once', async () => {
  const reporter = `${worker}Reports`
  const phone = await scanned(reporter)
  await phone.launch('pages/hazard/index')
  await phone.tap('拍一张照片')
  await phone.input('哪里、什么东西、怎么了？例如：配电箱门敞开，电线外皮破损', '配电箱门敞开，电线外皮破损')
  phone.setOnline(false)
  await phone.tap('提交')
  expect((await mineOf(reporter)).items).toEqual([])
  phone.setOnline(true)
  await phone.waitFor(() =>
    phone.diary.calls.some(
      ({ name, event, result }) =>
        name === 'hazard' && (event as { action: string }).action === 'report' && result !== undefined,
    ),
  )
  await phone.settle()
  const { items } = await mineOf(reporter)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ words: '配电箱门敞开，电线外皮破损', state: 'reported' })
  expect(phone.diary.uploads.length).toBeGreaterThan(0)
}, 60_000)
