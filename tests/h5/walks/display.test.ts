import { browserTest } from '../../support/browser'
import type { Hand } from './hand'
import { openStage, personOf } from './stage'

const minute = 60_000
const words = '一层北门外路灯不亮，台阶边缘缺了一块'

const heightOf = async (hand: Hand, text: string) => (await hand.words(text).first().boundingBox())?.height ?? 0

describe('large text, simple mode, another person, and a no to the camera', () => {
  const stage = openStage()
  let visitor: Hand

  browserTest(
    'the largest text makes the home page bigger and cuts nothing off at the sides',
    async () => {
      visitor = await stage.phoneOf()
      await visitor.sees('安全知识闯关')
      const before = await heightOf(visitor, '安全知识闯关')
      await visitor.tap(/字太小？/)
      await visitor.tap('特大', 'radio')
      await visitor.tap('返回')
      await visitor.sees('安全知识闯关')
      expect(await heightOf(visitor, '安全知识闯关')).toBeGreaterThan(before * 1.2)
      const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(375)
    },
    minute,
  )

  browserTest(
    'simple mode leaves the few things most often used, also after a reload',
    async () => {
      await visitor.tap(/字太小？/)
      await visitor.tap(/^简洁模式/, 'checkbox')
      await visitor.tap('返回')
      for (const door of [/^拍照报隐患/, /^答题闯关/, /^我报过的/]) await visitor.thing('button', door).waitFor()
      expect(await visitor.thing('button', /成为安全监督志愿者/).count()).toBe(0)
      await visitor.page.reload()
      await visitor.sees('拍照报隐患')
      await visitor.tap(/^我报过的/)
      await visitor.sees('还没有上报过')
    },
    minute,
  )

  browserTest(
    'a no to photos does not keep anybody from reporting in words',
    async () => {
      await visitor.page.goto(`${stage.cloud().url}/#/pages/hazard/index`)
      await visitor.tap('拍一张照片')
      await visitor.tap('我在安全处，去拍照')
      await visitor.sees('需要用到您的照片')
      await visitor.tap('不同意，继续看看')
      await visitor.type('隐患情况', words)
      await visitor.tap('提交')
      await visitor.sees('已送达工会')
    },
    minute,
  )

  browserTest(
    'the switcher of the demonstration hands over another person’s phone',
    async () => {
      const officer = personOf('市总工会干部')
      await visitor.page.goto(`${stage.cloud().url}/`)
      await visitor.tap(/换一个人/)
      await visitor.tap(new RegExp(officer.name))
      await visitor
        .thing('button', new RegExp(`现在是${officer.name}|${officer.name}`))
        .first()
        .waitFor()
      await visitor.sees('成为安全监督志愿者')
      await visitor.tab('我的')
      await visitor.thing('button', /^工作台/).waitFor()
      await visitor.tap(/换一个人/)
      await visitor.tap(/一位新访客/)
      await visitor.tab('我的')
      await visitor.sees('职工朋友')
      expect(await visitor.thing('button', /^工作台/).count()).toBe(0)
      expect(stage.failures).toEqual([])
    },
    minute,
  )
})
