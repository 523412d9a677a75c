import type { ConsentPlace } from 'types/consent-places'
import { jpegPhoto } from '../../h5/walks/photo'
import { demoBooth, personOf } from '../../h5/walks/stage'
import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { openPhone, type Phone } from '../weapp'
import { localCloudBehind } from './local-cloud'
import { optionsShown } from './options-shown'

/** Somebody who stands before the tap that asks, and what he taps. */
export type Standing = { phone: Phone; tap: string }
export type Walk = (cloud: Cloud) => Promise<Standing>

/** A phone that answers WeChat's panel as told, with photos to take and the privacy guide agreed to. */
const phoneOf = (cloud: Cloud, openid: string) =>
  openPhone({
    cloud: localCloudBehind(cloud.url, openid),
    answers: { photos: () => [jpegPhoto()], privacyAgreed: true },
    storage: new Map<string, unknown>([['shooting-rules', JSON.stringify('2026-06-01T00:00:00.000Z')]]),
  })

type Seeded = Record<string, unknown> & { _id: string }

const firstOf = async (cloud: Cloud, collection: string, query: Record<string, unknown>): Promise<Seeded> => {
  const [found] = await rawDocuments(cloud, collection, query)
  if (!found) throw new Error(`the seed has no ${collection} of ${JSON.stringify(query)}`)
  return found
}

const report = async (cloud: Cloud): Promise<Phone> => {
  const phone = phoneOf(cloud, 'consent-walk-worker-01')
  await phone.launch('pages/home/index', { scene: encodeURIComponent(`b=${demoBooth()}`) }, 1047)
  await phone.waitFor('随手拍隐患')
  await phone.tap('随手拍隐患')
  await phone.tap('拍一张照片')
  if (phone.has('我在安全处，去拍照')) await phone.tap('我在安全处，去拍照')
  await phone.waitFor('已去除位置信息')
  await phone.input('隐患情况', '配电箱门坏了，电线露在外面')
  await phone.tap('提交')
  await phone.waitFor('已送达工会')
  return phone
}

const receipt: Walk = async (cloud) => ({ phone: await report(cloud), tap: '有进展时通知我' })

const hazard: Walk = async (cloud) => {
  const openid = personOf('职工').openid
  const own = await firstOf(cloud, 'hazards', { owner: openid, state: 'fixing' })
  const phone = phoneOf(cloud, openid)
  await phone.launch('packages/hazard/view', { id: own._id })
  await phone.waitFor('通知我')
  return { phone, tap: phone.has('再多通知我一次') ? '再多通知我一次' : '有进展时通知我' }
}

const fixList: Walk = async (cloud) => {
  const phone = phoneOf(cloud, personOf('企业整改责任人').openid)
  await phone.launch('packages/hazard/fix-list')
  await phone.waitFor('有新的交办时通知我')
  return { phone, tap: '有新的交办时通知我' }
}

const fixAnswer: Walk = async (cloud) => {
  const phone = phoneOf(cloud, personOf('企业整改责任人').openid)
  await phone.launch('packages/hazard/fix-list')
  await phone.waitFor('待我整改')
  const { items } =
    phone.diary.calls
      .map(({ result }) => (result as { data?: { items?: Seeded[] } })?.data ?? {})
      .find((data) => data.items?.some(({ state }) => state === 'fixing')) ?? {}
  const open = items?.find(({ state }) => state === 'fixing')
  await phone.launch('packages/hazard/fix-detail', { id: String(open?.id) })
  await phone.waitFor('提交整改情况')
  await phone.tap('拍整改')
  if (phone.has('我在安全处，去拍照')) await phone.tap('我在安全处，去拍照')
  await phone.waitFor('已去除位置信息')
  await phone.input('做了哪些整改', '防护罩已装回并加锁，急停按钮已恢复。')
  return { phone, tap: '提交整改情况' }
}

const quizResult: Walk = async (cloud) => {
  const phone = phoneOf(cloud, 'consent-walk-player-01')
  await phone.launch('pages/home/index', { scene: encodeURIComponent(`b=${demoBooth()}`) }, 1047)
  await phone.waitFor('开始闯关')
  await phone.tap('开始闯关')
  await phone.tap('开始第 1 关')
  await phone.waitFor('下一题')
  for (let last = false; !last;) {
    last = !phone.has('下一题')
    await phone.tapElement(optionsShown(phone)[0]!)
    if (!last) await phone.tap('下一题')
  }
  await phone.tap('交卷')
  await phone.waitFor('活动有消息时通知我')
  return { phone, tap: '活动有消息时通知我' }
}

const prizes: Walk = async (cloud) => {
  const { campaignId } = await firstOf(cloud, 'quiz_prizes', {})
  const phone = phoneOf(cloud, 'consent-walk-player-02')
  await phone.launch('packages/quiz/prizes', { campaignId: String(campaignId) })
  await phone.waitFor('要不要在微信里通知您')
  return { phone, tap: '通知我' }
}

const activity: Walk = async (cloud) => {
  const phone = phoneOf(cloud, personOf('志愿者').openid)
  await phone.launch('packages/volunteer/activities')
  await phone.waitFor('志愿活动')
  const lists = phone.diary.calls.map(({ result }) => (result as { data?: { items?: Seeded[] } })?.data?.items ?? [])
  for (const { id } of lists.flat()) {
    await phone.launch('packages/volunteer/activity', { id: String(id) })
    for (const tap of ['我要报名', '名额已满，我要候补']) if (phone.has(tap)) return { phone, tap }
  }
  throw new Error('no activity to join')
}

const volunteer: Walk = async (cloud) => {
  const waiting = await firstOf(cloud, 'applications', { state: 'submitted' })
  const phone = phoneOf(cloud, String(waiting.openid))
  await phone.launch('packages/volunteer/index')
  await phone.waitFor('有结果时通知我')
  return { phone, tap: '有结果时通知我' }
}

const messages: Walk = async (cloud) => {
  const phone = phoneOf(cloud, 'consent-walk-worker-02')
  await phone.launch('packages/notice/messages')
  await phone.waitFor('再订一次')
  return { phone, tap: '再订一次' }
}

const desk: Walk = async (cloud) => {
  const { openid } = personOf('区总工会干部')
  const phone = phoneOf(cloud, openid)
  await phone.launch('packages/desk/index')
  await phone.waitFor('微信待办提醒')
  return { phone, tap: '再订一次：微信待办提醒' }
}

const deskAct: Walk = async (cloud) => {
  const phone = phoneOf(cloud, personOf('街道工会干部').openid)
  await phone.launch('packages/desk/ledger', { state: 'reported' })
  await phone.waitFor('隐患台账')
  const lists = phone.diary.calls.map(({ result }) => (result as { data?: { items?: Seeded[] } })?.data?.items ?? [])
  const reported = lists.flat().find(({ state }) => state === 'reported')
  await phone.launch('packages/desk/hazard', { id: String(reported?.id) })
  await phone.waitFor('受理')
  await phone.tap('受理')
  return { phone, tap: '受理并编号' }
}

const review: Walk = async (cloud) => {
  const phone = phoneOf(cloud, personOf('区总工会干部').openid)
  const waiting = await rawDocuments(cloud, 'applications', { state: 'submitted' })
  for (const { _id } of waiting) {
    await phone.launch('packages/corps/application', { id: _id })
    if (phone.has('提交审核意见')) return { phone, tap: '提交审核意见' }
  }
  throw new Error('no application to review')
}

type Officer = { _id: string; grants: { role: string }[] }

/** An officer WeChat may not remind of anything yet. */
const officerWithoutConsents = async (cloud: Cloud): Promise<string> => {
  const people = (await rawDocuments(cloud, 'people')) as unknown as Officer[]
  const known = new Set((await rawDocuments(cloud, 'subscribers')).map(({ _id }) => _id))
  const found = people.find(({ _id, grants }) => !known.has(_id) && grants.some(({ role }) => role === 'officer'))
  if (!found) throw new Error('every officer of the seed has consents')
  return found._id
}

const wizard: Walk = async (cloud) => {
  const phone = phoneOf(cloud, await officerWithoutConsents(cloud))
  await phone.launch('packages/outreach/wizard')
  await phone.waitFor('核对微信提醒')
  // The first step that is not done stands open already.
  if (!phone.has('没配置的，微信里收不到提醒')) await phone.tap('核对微信提醒')
  await phone.waitFor('先允许给我发一条')
  return { phone, tap: '先允许给我发一条' }
}

/** Every place that asks, walked up to the tap that asks. */
export const consentWalks: Readonly<Record<ConsentPlace, Walk>> = {
  ...{ receipt, hazard, 'fix-list': fixList, 'fix-answer': fixAnswer, 'quiz-result': quizResult, prizes, activity },
  ...{ volunteer, messages, desk, 'desk-act': deskAct, review, wizard },
}
