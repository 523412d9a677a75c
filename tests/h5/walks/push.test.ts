import { isQuiet, shippedPushRules } from 'types/notice-rules'
import { browserTest } from '../../support/browser'
import type { Hand } from './hand'
import { openStage, personOf } from './stage'

const minute = 60_000
const title = '安全生产月咨询日'
const place = '中心广场东侧'

describe('an officer pushes a message to a worker who asked for it', () => {
  const stage = openStage()
  const receiver = personOf('职工')
  let worker: Hand
  let officer: Hand

  // What officers write waits at night.
  beforeAll(() => stage.cloud().clock({ advanceMs: isQuiet(new Date(), shippedPushRules) ? 10 * 60 * minute : 0 }))

  browserTest(
    'the worker allows one message in the consent sheet',
    async () => {
      worker = await stage.phoneOf(receiver)
      await worker.tab('我的')
      await worker.tap(/^消息/)
      await worker.tap('再订一次：活动通知')
      await worker.sees('允许发送一次消息')
      await worker.tap('允许')
      await worker.sees(/会在微信里通知您/)
      await worker.sees(/微信里还能收 \d+ 次/)
    },
    minute,
  )

  browserTest(
    'the officer fills in a template, is told what WeChat would refuse, and sees the preview',
    async () => {
      officer = await stage.phoneOf(personOf('市总工会干部'))
      await officer.tab('我的')
      await officer.tap(/^工作台/)
      await officer.tap(/^推送消息/)
      await officer.tap('新建推送')
      await officer.tap('活动通知', 'radio')
      await officer.type('活动名称', title)
      await officer.type('活动时间', '下周三')
      await officer.type('活动地点', place)
      await officer.type('温馨提示', '现场有安全帽体验')
      await officer.tap('下一步：选对象')
      await officer.sees(/“活动时间”应为/)
      await officer.type('活动时间', '2026年12月6日 09:30')
      await officer.tap('下一步：选对象')
      await officer.tap('参与过的职工', 'radio')
      await officer.tap('下一步：预览')
      await officer.sees('收到的样子')
      await officer.sees(place)
      await officer.sees('微信能收到')
    },
    minute,
  )

  browserTest(
    'sends it and sees each result',
    async () => {
      // So many need a trial of the same words first.
      await officer.tap('试发给自己')
      await officer.sees('已试发，请到微信或“消息”里看一看')
      await officer.tap(/^发送给 \d+ 人$/)
      await officer.sees('发出后不能撤回')
      await officer.tap('确认发送')
      await officer.sees('送达结果')
      // What the cloud's timer does once a minute.
      const sent = async () => (await stage.cloud().inbox(receiver.openid)).length > 0
      for (let minutes = 0; minutes < 20 && !(await sent()); minutes += 1) await stage.cloud().tick('notice')
      await officer.sees('已发完')
      await officer.sees(/共 \d+ 人 · 微信送达 \d+ · 仅站内 \d+/)
      await officer.tap(/^已送达微信/, 'radio')
      const own = officer.words(receiver.name).last()
      const more = officer.thing('button', '再看一些')
      for (let pages = 0; pages < 20 && !(await own.isVisible()); pages += 1) {
        await own.or(more).first().waitFor()
        if (await more.isVisible()) await more.tap()
      }
      await officer.sees(receiver.name)
    },
    minute,
  )

  browserTest(
    'it is in the worker’s WeChat and in the messages of the app',
    async () => {
      const [message] = await stage.cloud().inbox(receiver.openid)
      expect(message?.title).toBe('活动通知')
      expect(message?.fields.map(({ value }) => value)).toEqual(expect.arrayContaining([title, place]))
      await worker.page.reload()
      await worker.sees(title)
      await worker.sees('现场有安全帽体验')
      expect(stage.failures).toEqual([])
    },
    minute,
  )
})
