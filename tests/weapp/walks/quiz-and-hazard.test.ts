import { startCloud, type Cloud } from '../../support/cloud'
import { cleanPictures } from '../../support/clean-pictures'
import { rawDocuments } from '../../support/raw-documents'
import { openPhone, type Phone } from '../../support/weapp'
import { localCloudBehind } from '../../support/weapp/local-cloud'
import { optionsShown } from '../../support/weapp/options-shown'
import type { CloudBehind } from '../../support/weapp/wx-cloud'
import { jpegPhoto } from '../../h5/walks/photo'
import { demoBooth, personOf } from '../../h5/walks/stage'

const minute = 60_000
const workerId = 'walk-worker-000000000001'
const reporterName = '蓝小雨'
const report = '三车间冲床防护罩拆下没有装回，急停按钮被胶带贴住'
const five = [
  ['责任人', '设备部经理'],
  ['整改措施', '更换电线，配电箱加锁'],
  ['整改资金（元）', '800'],
  ['应急预案', '改好之前断电停用'],
] as const
const suggestion = '建议装回防护罩，恢复急停按钮，开机前由班组长检查。'
const answer = '防护罩已装回并加锁，急停按钮已恢复，班组长每天开机前检查。'
const verified = '看照片核实，防护罩已装回，急停按钮可用。'

type Event = { action: string }
const actionsOf = (phone: Phone) => phone.diary.calls.map(({ event }) => (event as Event).action)

describe('the shipped package, as WeChat runs it, on the local cloud', () => {
  let cloud: Cloud
  let worker: Phone
  let officer: Phone
  let fixer: Phone
  let isFirstUpload = true

  const phoneOf = (openid: string, change: (behind: CloudBehind) => CloudBehind = (behind) => behind) =>
    openPhone({ cloud: change(localCloudBehind(cloud.url, openid)), answers: { photos: () => [jpegPhoto()] } })

  /** The network is gone in the moment between the photo's arrival and the report itself. */
  const losingAfterUpload = (behind: CloudBehind): CloudBehind => ({
    ...behind,
    upload: async (cloudPath, bytes) => {
      const fileId = await behind.upload?.(cloudPath, bytes)
      if (isFirstUpload) worker.setOnline(false)
      isFirstUpload = false
      return fileId ?? ''
    },
  })

  beforeAll(async () => {
    cloud = await startCloud({ seed: true, env: 'config/local.env' })
  }, 120_000)
  afterAll(() => cloud.stop())

  test(
    'a scanned booth code opens the campaign',
    async () => {
      worker = phoneOf(workerId, losingAfterUpload)
      await worker.launch('pages/home/index', { scene: encodeURIComponent(`b=${demoBooth()}`) }, 1047)
      await worker.waitFor('中心广场 3 号展台')
      await worker.waitFor('开始闯关')
    },
    minute,
  )

  test(
    'level 1 is played to its end, the law is read',
    async () => {
      await worker.tap('开始闯关')
      await worker.tap('开始第 1 关')
      await worker.waitFor('下一题')
      for (let last = false; !last;) {
        last = !worker.has('下一题')
        await worker.tapElement(optionsShown(worker)[0]!)
        if (!last) await worker.tap('下一题')
      }
      await worker.tap('交卷')
      await worker.waitFor('正确答案：')
      expect(actionsOf(worker).filter((action) => action === 'submit')).toHaveLength(1)
      expect(worker.text()).toMatch(/答对 \d+ \/ \d+/)
      expect(worker.text()).toMatch(/依据 .+第 \d+ 条/)
      expect(worker.route()).toBe('packages/quiz/result')
    },
    minute,
  )

  test(
    'a hazard is reported with a photo; the network goes in between and comes back; one report arrives',
    async () => {
      await worker.launch('pages/my/profile')
      await worker.waitFor('保存姓名')
      await worker.input('姓名', reporterName)
      await worker.tap('保存姓名')
      await worker.waitFor('姓名已保存')
      await worker.launch('pages/hazard/index')
      await worker.tap('拍一张照片')
      await worker.tap('我在安全处，去拍照')
      await worker.tap('同意并继续')
      await worker.waitFor('已去除位置信息')
      await worker.tap('地点')
      await worker.input('单位名称', '泽能')
      await worker.waitFor('泽能机械')
      await worker.tap('泽能机械')
      await worker.input('具体地点', '三车间冲床区')
      await worker.tap('确定')
      await worker.waitFor('泽能机械 · 三车间冲床区')
      await worker.input('隐患情况', report)
      await worker.tap('对企业保密')
      await worker.tap('提交')
      await worker.waitFor('已存在手机里')
      expect(worker.diary.uploads).toHaveLength(1)
      expect(await rawDocuments(cloud, 'hazards', { words: report })).toHaveLength(0)

      worker.setOnline(true)
      await worker.waitFor('已送达工会')
      await worker.waitFor('由槐荫街道总工会办理')
      const [stored, ...more] = await rawDocuments(cloud, 'hazards', { words: report })
      expect(more).toEqual([])
      expect(stored?.photos).toHaveLength(1)
      expect(worker.diary.uploads).toHaveLength(1)
      expect(actionsOf(worker).filter((action) => action === 'report').length).toBeGreaterThan(1)
    },
    minute,
  )

  test(
    'the officer accepts it and hands it to the enterprise',
    async () => {
      officer = phoneOf(personOf('街道工会干部').openid)
      await officer.launch('pages/my/index')
      await officer.waitFor('工作台')
      await officer.tap('工作台')
      await officer.waitFor('隐患台账')
      await officer.tap('隐患台账')
      await officer.waitFor(report)
      await officer.tap(report)
      await officer.waitFor('查看身份')
      expect(JSON.stringify(officer.diary.calls)).not.toContain(reporterName)
      await officer.tap('受理')
      await officer.tap('受理并编号')
      await officer.waitFor('已受理并编号')
      await officer.waitFor('交办整改')
      await officer.tap('交办整改')
      const fixerName = personOf('企业整改责任人').name
      if (!officer.has(fixerName)) {
        await officer.tap('请选择整改责任人')
        await officer.tap(fixerName)
      }
      await officer.input('请填写整改建议', suggestion)
      await officer.tap('发出整改建议')
      await officer.waitFor('已发出整改建议')
    },
    minute,
  )

  test(
    'the fixer answers with words and a photo and never meets a name',
    async () => {
      fixer = phoneOf(personOf('企业整改责任人').openid)
      await fixer.launch('packages/hazard/fix-list')
      await fixer.waitFor(report.slice(0, 10))
      await fixer.tap(report.slice(0, 10))
      await fixer.waitFor(suggestion)
      await fixer.tap('落实整改方案')
      for (const [field, words] of five) await fixer.input(`请填写${field}`, words)
      await fixer.tap('报给工会')
      await fixer.waitFor('整改方案已报工会')
      await fixer.tap('拍整改')
      await fixer.tap('我在安全处，去拍照')
      await fixer.tap('同意并继续')
      await fixer.waitFor('已去除位置信息')
      await fixer.input('做了哪些整改', answer)
      await fixer.tap('提交整改情况')
      await fixer.waitFor('企业整改情况')
      await fixer.waitFor(answer)
      expect(JSON.stringify(fixer.diary.calls)).toContain(suggestion)
      expect(JSON.stringify(fixer.diary.calls) + fixer.text()).not.toContain(reporterName)
    },
    minute,
  )

  test(
    'the officer verifies and closes it, the reporter sees every step',
    async () => {
      await cleanPictures(cloud, report)
      await officer.back()
      await officer.tap(report)
      await officer.waitFor('核实销号')
      await officer.waitFor(answer)
      await officer.tap('核实销号')
      await officer.input('请填写核实情况', verified)
      await officer.tap('确认销号')
      await officer.waitFor('已核实销号')

      await worker.tap('看办理进度')
      const steps = ['您上报了隐患', '已受理', '企业落实了整改方案', '企业回复了整改情况', '工会核实无误，已销号']
      for (const step of steps) await worker.waitFor(step)
      await worker.waitFor(answer)
      for (const phone of [worker, officer, fixer]) expect(phone.diary.errors).toEqual([])
    },
    minute,
  )
})
