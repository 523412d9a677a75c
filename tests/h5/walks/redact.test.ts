import jpeg from 'jpeg-js'
import { browserTest } from '../../support/browser'
import { rawDocuments } from '../../support/raw-documents'
import type { Hand } from './hand'
import { openStage } from './stage'

const minute = 60_000
const words = '配电箱门敞开，旁边站着一个人'

type Stored = { photos: { fileId: string }[] }

describe('faces are covered before a photo leaves the phone', () => {
  const stage = openStage()
  let worker: Hand
  const uploads: Buffer[] = []

  browserTest(
    'a tap puts a box on it',
    async () => {
      worker = await stage.phoneOf()
      await worker.sees('中心广场 3 号展台')
      worker.page.on('request', (request) => {
        const body = request.url().includes('/upload') ? request.postDataBuffer() : null
        if (body) uploads.push(body)
      })
      await worker.tab('随手拍')
      await worker.sees('按您扫的展台填的')
      await worker.takePhoto('拍一张照片', true)
      await worker.tap('遮挡照片 1')
      await worker.sees('点一下或划过人脸')
      const stage2 = worker.page.locator('#redact-stage')
      await stage2.locator('img').first().waitFor()
      const frame = (await stage2.boundingBox())!
      await worker.page.touchscreen.tap(frame.x + frame.width * 0.2, frame.y + frame.height * 0.25)
      await worker.page.locator('.redact-box').first().waitFor()
      await worker.tap('涂黑并保存')
      await worker.sees('站在安全处拍')
    },
    minute,
  )

  browserTest(
    'what arrives is black there, and only there: nothing lies underneath',
    async () => {
      await worker.type('隐患情况', words)
      await worker.tap('提交')
      await worker.sees('已送达工会')
      const [stored] = (await rawDocuments(stage.cloud(), 'hazards', { words })) as unknown as Stored[]
      expect(stored?.photos).toHaveLength(1)
      const file = uploads.at(-1)!
      const start = file.indexOf(Buffer.from([0xff, 0xd8]))
      const picture = jpeg.decode(file.subarray(start), { tolerantDecoding: true })
      const brightness = (x: number, y: number) =>
        picture.data[(Math.floor(y * picture.height) * picture.width + Math.floor(x * picture.width)) * 4]!
      for (const [x, y] of [
        [0.2, 0.25],
        [0.12, 0.17],
        [0.28, 0.33],
      ])
        expect(brightness(x!, y!)).toBeLessThan(25)
      expect(brightness(0.8, 0.9)).toBeGreaterThan(150)
      expect(stage.failures).toEqual([])
    },
    minute,
  )
})
