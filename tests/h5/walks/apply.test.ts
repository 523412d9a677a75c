import { idCardCheckCharacter } from 'types/id-card'
import { browserTest } from '../../support/browser'
import type { Hand } from './hand'
import { jpegPhoto } from './photo'
import { openStage, personOf } from './stage'

const minute = 60_000
const name = '蓝小雨'
const digits = '90012319900307421'
const idCard = digits + idCardCheckCharacter(digits)
const unionWords = '同意推荐，班组安全员多年，责任心强。'
const regulatorWords = '电工证在有效期内，同意入册。'

const openQueue = async (hand: Hand) => {
  await hand.tab('我的')
  await hand.tap(/^工作台/)
  await hand.tap(/^志愿者审核/)
  await hand.tap(new RegExp(`^${name}`))
  await hand.sees('申请审核')
}

/** Picks a picture and cuts it to the shape of the form. */
const addPortrait = async (hand: Hand) => {
  const opened = hand.page.waitForEvent('filechooser')
  await hand.tap('拍照或选照片')
  await hand.tap('同意并继续')
  const chooser = await opened
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpegPhoto() })
  await hand.tap('放大')
  await hand.tap('用这张')
  await hand.sees('换一张')
}

const sign = async (hand: Hand) => {
  const board = hand.thing('img', /^签名框/).first()
  await board.scrollIntoViewIfNeeded()
  const box = await board.boundingBox()
  if (!box) throw new Error('no board to sign on')
  const { mouse } = hand.page
  for (const part of [0.2, 0.4, 0.6]) {
    await mouse.move(box.x + box.width * part, box.y + box.height * 0.2)
    await mouse.down()
    await mouse.move(box.x + box.width * (part + 0.1), box.y + box.height * 0.8, { steps: 12 })
    await mouse.up()
  }
}

const approve = async (hand: Hand, words: string) => {
  await hand.tap('通过', 'radio')
  await hand.type('审核意见', words)
  await hand.tap('提交审核意见')
  await hand.sees('审核意见已记录')
}

describe('a worker applies as a volunteer, the union and then the regulator agree', () => {
  const stage = openStage()
  let applicant: Hand

  browserTest(
    'six short steps, each checked before the next; a reload in between loses nothing but the ID number',
    async () => {
      applicant = await stage.phoneOf()
      await applicant.tap(/成为安全监督志愿者/)
      await applicant.sees('谁来审核')
      await applicant.tap('我要报名')

      for (let answer = 0; answer < 5; answer += 1)
        await applicant
          .thing('radio', answer === 1 ? '不是' : '是')
          .nth(answer)
          .tap()
      await applicant.tap('下一步')
      await applicant.sees('这一条暂不符合')
      await applicant.sees('现在还不能报名，没有提交任何资料')
      await applicant.thing('radio', '是').nth(1).tap()
      await applicant.tap('下一步')

      await applicant.sees('第 2 步 / 共 6 步')
      await applicant.type('姓名', name)
      await applicant.type('身份证号', `${digits}${idCard.endsWith('1') ? '2' : '1'}`)
      await applicant.type('联系电话', '19900000001')
      await applicant.tap('下一步')
      await applicant.sees('可能有一位填错了')
      await applicant.type('身份证号', idCard)
      await addPortrait(applicant)
      await applicant.tap('下一步')

      await applicant.sees('第 3 步 / 共 6 步')
      await applicant.type('民族', '汉族')
      await applicant.type('籍贯', '云州青泽')
      await applicant.tap('下一步')
      await applicant.sees('请选择政治面貌')
      await applicant.tap('群众', 'radio')
      await applicant.tap('大专', 'radio')
      await applicant.tap('健康', 'radio')
      await applicant.tap('下一步')

      await applicant.sees('第 4 步 / 共 6 步')
      await applicant.page.waitForTimeout(600)
      await applicant.page.reload()
      await applicant.sees('第 4 步 / 共 6 步')
      await applicant.sees('身份证号没有存在手机里')
      await applicant.type('工作单位', '泽能机械')
      await applicant.type('部门及职务', '二车间 电工')
      await applicant.tap(/^审核工会/)
      await applicant.type('搜工会', '东原')
      await applicant.tap('东原区总工会', 'radio')
      await applicant.tap('下一步')
      await applicant.sees('请填写身份证号')
      await applicant.type('身份证号', idCard)
      await applicant.tap('下一步')

      await applicant.sees('第 5 步 / 共 6 步')
      await applicant.tap('电工', 'checkbox')
      await applicant.tap('下一步')

      await applicant.sees('第 6 步 / 共 6 步')
      await applicant.tap('提交申请')
      await applicant.sees('请在框内写下您的姓名')
      await applicant.sees('请阅读并勾选同意')
      await sign(applicant)
      for (const box of [/^我已阅读/, /^单独同意处理身份证号/, /^单独同意处理健康状况/, /^单独同意处理照片/])
        await applicant.tap(box, 'checkbox')
      await applicant.tap('提交申请')
      await applicant.sees('申请已提交')
      await applicant.sees('审核工会：东原区总工会')
      await applicant.sees('交上去的照片和签名')
      expect(await applicant.text()).not.toContain(idCard)
      expect(await applicant.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(idCard)
    },
    minute,
  )

  browserTest(
    'the union officer agrees',
    async () => {
      const officer = await stage.phoneOf(personOf('区总工会干部'))
      await openQueue(officer)
      await officer.sees('工会资格审核')
      await officer.sees('招募条件逐条看')
      await officer.tap(/^申请人还不是职工志愿者/, 'checkbox')
      await approve(officer, unionWords)
      await officer.sees('工会意见')
      expect(officer.heard.join()).not.toContain(idCard)
    },
    minute,
  )

  browserTest(
    'the regulator agrees, and the applicant stands in the roster',
    async () => {
      const regulator = await stage.phoneOf(personOf('区应急管理局'))
      await openQueue(regulator)
      await regulator.sees(unionWords)
      await regulator.sees('监管部门专业审核')
      await approve(regulator, regulatorWords)

      const officer = await stage.phoneOf(personOf('区总工会干部'))
      await officer.tab('我的')
      await officer.tap(/^工作台/)
      await officer.tap(/^志愿者名册/)
      await officer.sees('志愿者名册')
      await officer.tap('现有志愿者', 'radio')
      await officer.sees(new RegExp(`^\\d+\\. ${name}$`))
    },
    minute,
  )

  browserTest(
    'the applicant reads both opinions',
    async () => {
      await applicant.page.reload()
      await applicant.sees('工会意见')
      await applicant.sees(unionWords)
      await applicant.sees('监管部门意见')
      await applicant.sees(regulatorWords)
      expect(stage.failures).toEqual([])
    },
    minute,
  )
})
