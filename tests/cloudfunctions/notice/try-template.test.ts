import { deriveId } from 'types/ids'
import { messageTemplates } from 'types/message-templates'
import { TemplateKey } from 'types/template-keys'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { agree, settled } from '../../support/factories/notice'
import { cityLines, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Tried = { isOver: boolean; isSent: boolean; words: string }

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now: '2026-06-10T01:30:00.000Z' })
})
afterAll(fresh.close)

const attempt = (template: string, name: string, openid = 'wx-admin') =>
  cloud.call<Tried>('notice', 'tryTemplate', { _id: deriveId('try-test', name), template }, openid)

describe('a template tried on oneself', () => {
  test.each(TemplateKey.options)(
    '%s keeps every rule of WeChat and arrives once, asked as often as one likes',
    async (key) => {
      await agree(cloud, 'wx-admin', key)
      await attempt(key, key)
      await settled(cloud)
      expect(await attempt(key, key)).toEqual({ isOver: true, isSent: true, words: '已送达微信' })
      const laid = await readDocuments(cloud, 'messages', { openid: 'wx-admin', template: key })
      expect(laid).toHaveLength(1)
      expect(laid[0]?.fields).toHaveLength(messageTemplates[key].fields.length)
    },
  )

  test('without a consent it says that WeChat brings nothing', async () => {
    await attempt('activity', 'none', 'wx-east1')
    await settled(cloud)
    expect(await attempt('activity', 'none', 'wx-east1')).toMatchObject({ isOver: true, isSent: false })
    expect((await attempt('activity', 'none', 'wx-east1')).words).toMatch(/未订阅/)
  })

  test('who holds no office tries nothing', async () => {
    await expect(attempt('activity', 'worker', 'wx-worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
