import { browserTest } from '../../support/browser'
import { cleanPictures } from '../../support/clean-pictures'
import { dayAhead } from './days'
import type { Hand } from './hand'
import { openStage, personOf } from './stage'

const minute = 60_000
const reporterName = '蓝小雨'
const report = '二号车间配电箱门敞开，电线外皮破损，旁边堆着纸箱'
const five = [
  ['责任人', '设备部经理'],
  ['整改措施', '更换电线，配电箱加锁'],
  ['整改资金（元）', '800'],
  ['应急预案', '改好之前断电停用'],
] as const
const suggestion = '建议更换破损电线，配电箱加锁，清走纸箱。'
const answer = '更换了破损电线，配电箱加了锁，纸箱已清走，安排电工每周检查。'
const verified = '到现场看过，电线已换新，配电箱已上锁。'

describe('a worker at a booth plays the quiz and reports a hazard, the union sees to it', () => {
  const stage = openStage()
  let worker: Hand
  let officer: Hand
  let fixer: Hand
  let receipt = ''

  browserTest(
    'the visitor opens the address and is at the booth, with nothing asked',
    async () => {
      worker = await stage.phoneOf()
      await worker.sees('中心广场 3 号展台')
      await worker.sees('青泽市总工会')
      await worker.sees(/还有 \d+ 天|今天结束/)
    },
    minute,
  )

  browserTest(
    'plays level 1 to its end and reads the law behind every question',
    async () => {
      await worker.tap('开始闯关')
      await worker.tap('开始第 1 关')
      await worker.sees(/^1 \/ \d+$/)
      for (let last = false; !last;) {
        last = await worker.thing('button', '交卷').isVisible()
        await worker.page
          .getByRole('radio')
          .or(worker.page.getByRole('checkbox'))
          .filter({ visible: true })
          .first()
          .tap()
        if (!last) await worker.tap('下一题')
      }
      expect(worker.heard.join()).not.toMatch(/"key":|"explain":/)
      await worker.tap('交卷')
      await worker.sees(/答对 \d+ \/ \d+/)
      await worker.sees('正确答案：')
      await worker.sees(/依据 .+第 \d+ 条/)
      await worker.sees(/过关！|还没过关/)
    },
    minute,
  )

  browserTest(
    'leaves a name, then reports with a photo, hidden from the enterprise, and keeps a receipt number',
    async () => {
      await worker.page.goto(`${stage.cloud().url}/#/pages/my/profile`)
      await worker.type('姓名', reporterName)
      await worker.tap('保存姓名')
      await worker.sees('姓名已保存')
      await worker.page.goto(`${stage.cloud().url}/#/pages/hazard/index`)
      await worker.takePhoto('拍一张照片', true)
      await worker.tap(/^地点/)
      await worker.type('单位名称', '泽能')
      await worker.tap(/泽能机械/)
      await worker.type('具体地点', '二号车间东门')
      await worker.tap('确定')
      await worker.sees('泽能机械 · 二号车间东门')
      await worker.type('隐患情况', report)
      await worker.tap('对企业保密', 'radio')
      await worker.sees('企业看不到您是谁')
      await worker.tap('提交')
      await worker.sees('已送达工会')
      await worker.sees(/由槐荫街道总工会办理/)
      receipt = (await worker.text()).match(/编号\s+([0-9A-Z]{9})\s/)?.[1] ?? ''
      expect(receipt).not.toBe('')
    },
    minute,
  )

  browserTest(
    'the street officer finds it on the ledger, accepts it and hands it to the enterprise',
    async () => {
      officer = await stage.phoneOf(personOf('街道工会干部'))
      await officer.tab('我的')
      await officer.tap(/^工作台/)
      await officer.tap('隐患台账')
      await officer.tap(new RegExp(report.slice(0, 10)))
      await officer.sees(report)
      expect(await officer.text()).not.toContain(reporterName)
      await officer.tap('受理')
      await officer.tap('受理并编号')
      await officer.sees('已受理并编号')
      await officer.tap('交办整改')
      const fixerName = personOf('企业整改责任人').name
      await officer.sees(`整改责任人`)
      if (!(await officer.words(fixerName).first().isVisible())) {
        await officer.tap(/^整改责任人：/)
        await officer.tap(fixerName, 'radio')
      }
      await officer.tap(/^建议改完日期：/)
      await officer.tap(dayAhead().label)
      await officer.type('整改建议', suggestion)
      await officer.tap('发出整改建议')
      await officer.sees('已发出整改建议')
      await officer.sees('待定方案')
    },
    minute,
  )

  browserTest(
    'the fixer answers with words and a photo and never meets a name',
    async () => {
      fixer = await stage.phoneOf(personOf('企业整改责任人'))
      await fixer.tab('我的')
      await fixer.tap(/^待我整改/)
      await fixer.tap(new RegExp(`^${report.slice(0, 10)}`))
      await fixer.sees(suggestion)
      await fixer.sees(dayAhead().words)
      await fixer.tap('落实整改方案')
      for (const [field, words] of five) await fixer.type(field, words)
      await fixer.tap('报给工会')
      await fixer.sees('整改方案已报工会')
      await fixer.takePhoto(/^拍整改/, true)
      await fixer.type('做了哪些整改', answer)
      await fixer.tap('提交整改情况')
      await fixer.sees('已送达工会，等待核实')
      await fixer.sees(answer)
      expect(fixer.heard.join()).toContain(suggestion)
      expect(fixer.heard.join() + (await fixer.text())).not.toContain(reporterName)
    },
    minute,
  )

  browserTest(
    'the officer verifies and closes it',
    async () => {
      await cleanPictures(stage.cloud(), report)
      await officer.page.reload()
      await officer.sees(answer)
      await officer.tap('核实销号')
      await officer.type('核实情况', verified)
      await officer.tap('确认销号')
      await officer.sees('已核实销号')
      await officer.sees('已销号')
    },
    minute,
  )

  browserTest(
    'the reporter sees every step',
    async () => {
      await worker.tap('看办理进度')
      const steps = [
        '您上报了隐患',
        '槐荫街道总工会已受理',
        '已向企业发出整改建议',
        '企业落实了整改方案',
        '企业回复了整改情况',
        '工会核实无误，已销号',
      ]
      for (const step of steps) await worker.sees(step)
      await worker.sees(suggestion)
      await worker.sees(answer)
      await worker.sees(receipt)
      expect(stage.failures).toEqual([])
    },
    minute,
  )
})
