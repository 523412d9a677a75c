import { idCardCheckCharacter } from 'types/id-card'
import { browserTest } from '../../support/browser'
import type { Hand } from './hand'
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
    'four short steps, each checked before the next',
    async () => {
      applicant = await stage.phoneOf()
      await applicant.tap(/成为安全监督志愿者/)
      await applicant.sees('谁来审核')
      await applicant.tap('我要报名')

      await applicant.type('姓名', name)
      await applicant.type('身份证号', `${digits}${idCard.endsWith('1') ? '2' : '1'}`)
      await applicant.type('手机号', '19900000001')
      await applicant.type('民族', '汉族')
      await applicant.type('籍贯', '云州青泽')
      await applicant.tap('下一步')
      await applicant.sees('可能有一位填错了')
      await applicant.type('身份证号', idCard)
      await applicant.tap('下一步')

      await applicant.sees('第 2 步 / 共 4 步')
      await applicant.tap('下一步')
      await applicant.sees('请选择政治面貌')
      await applicant.tap('群众', 'radio')
      await applicant.tap('大专', 'radio')
      await applicant.tap('健康', 'radio')
      await applicant.tap('下一步')

      await applicant.sees('第 3 步 / 共 4 步')
      await applicant.type('工作单位', '泽能机械')
      await applicant.type('部门及职务', '二车间 电工')
      await applicant.tap('电工', 'checkbox')
      await applicant.tap(/^审核工会/)
      await applicant.type('搜工会', '东原')
      await applicant.tap('东原区总工会', 'radio')
      await applicant.tap('下一步')

      await applicant.sees('第 4 步 / 共 4 步')
      await applicant.tap(/^我是本区登记的工会会员/, 'checkbox')
      await applicant.tap(/^我自愿申请/, 'checkbox')
      await applicant.type('签名（写本人姓名）', name)
      await applicant.tap('提交申请')
      await applicant.sees('请阅读并勾选同意')
      await applicant.tap(/^我已阅读/, 'checkbox')
      await applicant.tap('提交申请')
      await applicant.sees('申请已提交')
      await applicant.sees('审核工会：东原区总工会')
      expect(await applicant.text()).not.toContain(idCard)
    },
    minute,
  )

  browserTest(
    'the union officer agrees',
    async () => {
      const officer = await stage.phoneOf(personOf('区总工会干部'))
      await openQueue(officer)
      await officer.sees('工会审核（资格）')
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
      await regulator.sees('监管部门审核（专业）')
      await approve(regulator, regulatorWords)

      const officer = await stage.phoneOf(personOf('区总工会干部'))
      await officer.tab('我的')
      await officer.tap(/^工作台/)
      await officer.tap(/^志愿者名册/)
      await officer.sees('志愿者名册')
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
