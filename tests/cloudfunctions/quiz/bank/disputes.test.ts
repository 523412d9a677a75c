import { deriveId } from 'types/ids'
import type { MyDispute } from 'types/quiz-disputes'
import type { Paper } from 'types/quiz-play'
import type { DisputeRow } from 'types/quiz-verdicts'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, deliverTo, orgEnv } from '../../../support/factories/org'
import { freeDrainer, holdDrainer } from '../../../support/factories/quiz'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const { root, east, west } = city.nodes
const [admin, eastern, western] = ['wx-admin', 'wx-east1', 'wx-west1']
const [player, other] = ['wx-player', 'wx-other-player']
const refused = (code: string) => ({ code }) as object
const words = '这题的答案和新规定对不上'

const fresh = sharedCloud()
let cloud: Cloud
let desk: BankDesk
let campaignId: string
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(cityLines()), env: orgEnv, now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
  await desk.takeIn('city', root._id, [{ stem: '电气火灾应当先断电再扑救' }], admin)
  campaignId = await desk.run('running', east._id, eastern)
}, 30_000)
afterAll(fresh.close)

const play = async (openid: string, name = 'paper') => {
  const asked = { _id: deriveId(name, openid), campaignId, level: 1 }
  const paper = await cloud.call<Paper>('quiz', 'start', asked, openid)
  await cloud.call('quiz', 'submit', { id: paper.id, campaignId, answers: [] }, openid)
  return paper.id
}
const closed = async (openid: string, name?: string) => {
  const id = await play(openid, name)
  await desk.settleDown()
  return id
}
const say = (paperId: string, openid: string, more: object = {}) => {
  const input = { _id: deriveId('said', openid), campaignId, paperId, no: 1, words, ...more }
  return cloud.call<MyDispute>('quiz', 'dispute', input, openid)
}
const mine = async (openid: string) =>
  (await cloud.call<{ items: MyDispute[] }>('quiz', 'myDisputes', {}, openid)).items
const listed = async (nodeId: string, openid: string, open = true) =>
  (await cloud.call<{ items: DisputeRow[] }>('quiz', 'disputes', { nodeId, open }, openid)).items
const answer = (id: string, act: string, openid: string, more: object = {}) =>
  cloud.call('quiz', 'answerDispute', { id, version: 0, act, reply: '谢谢您，已按新规定核对。', ...more }, openid)
const question = async () => (await rawDocuments(cloud, 'questions'))[0]

test('a player speaks once about a question of his own closed paper, in three trips', async () => {
  const paperId = await closed(player)
  await cloud.resetMetrics()
  const said = await say(paperId, player)
  const figures = (await cloud.metrics()).functions.find(({ name }) => name === 'quiz')
  expect(figures?.actions.dispute?.trips.max).toBe(3)
  expect(said).toMatchObject({ state: 'open', stem: '电气火灾应当先断电再扑救', words, reply: null })
  expect(await say(paperId, player)).toEqual(said)
  await expect(say(paperId, player, { words: '换一句话' })).rejects.toMatchObject(refused('ALREADY_EXISTS'))
  await expect(say(paperId, player, { _id: deriveId('again') })).rejects.toMatchObject(refused('ALREADY_EXISTS'))
  const second = await closed(player, 'second')
  await expect(say(second, player, { _id: deriveId('again') })).rejects.toMatchObject(refused('ALREADY_EXISTS'))
  expect(await mine(player)).toEqual([said])
  expect(await mine(other)).toEqual([])
  expect(await rawDocuments(cloud, 'quiz_disputes')).toHaveLength(1)
})

test('not about another’s paper, a question that was not on it, a paper nobody has, or with words WeChat refuses', async () => {
  const paperId = await closed(player)
  await closed(other)
  await expect(say(paperId, other)).rejects.toMatchObject(refused('NOT_FOUND'))
  await expect(say(paperId, player, { no: 2 })).rejects.toMatchObject(refused('NOT_FOUND'))
  await expect(say(paperId, player, { campaignId: deriveId('other') })).rejects.toMatchObject(refused('NOT_FOUND'))
  await expect(say(deriveId('nowhere'), player)).rejects.toMatchObject(refused('NOT_ALLOWED_NOW'))
  await expect(say(paperId, player, { words: '  ' })).rejects.toMatchObject(refused('INVALID_INPUT'))
  await cloud.fault({ target: 'openapi', name: 'security.msgSecCheck', mode: 'refuse', times: 1, errcode: 87014 })
  await expect(say(paperId, player)).rejects.toMatchObject(refused('CONTENT_RISKY'))
  expect(await rawDocuments(cloud, 'quiz_disputes')).toEqual([])
})

test('a paper that is still on its way to rest is told so, and a moment later it goes', async () => {
  await holdDrainer(cloud)
  const paperId = await play(player)
  await expect(say(paperId, player)).rejects.toThrow('这份答卷刚交上，正在保存，请过几秒再提交。')
  await freeDrainer(cloud)
  await desk.settleDown()
  expect(await say(paperId, player)).toMatchObject({ state: 'open' })
})

test('its officers see it, the contest’s officers too; only the question’s owner answers', async () => {
  const { id } = await say(await closed(player), player)
  await desk.settleDown()
  expect(await listed(root._id, admin)).toMatchObject([{ id, mine: true, campaign: 'running', words }])
  expect(await listed(east._id, eastern)).toMatchObject([{ id, mine: false }])
  expect(await listed(west._id, western)).toEqual([])
  await expect(answer(id, 'withdraw', eastern)).rejects.toMatchObject(refused('NOT_FOUND'))
  await expect(answer(id, 'keep', admin, { reply: '' })).rejects.toMatchObject(refused('INVALID_INPUT'))
  expect(JSON.stringify(await listed(root._id, admin))).not.toContain(player)
  expect(JSON.stringify(await rawDocuments(cloud, 'events', { subjectId: id }))).not.toContain(player)
})

test('kept: the player hears why, the question stays', async () => {
  const { id } = await say(await closed(player), player)
  const answered = await answer(id, 'keep', admin)
  expect(await answer(id, 'keep', admin)).toEqual(answered)
  await expect(answer(id, 'withdraw', admin)).rejects.toMatchObject(refused('NOT_ALLOWED_NOW'))
  await expect(answer(id, 'keep', admin, { reply: '另一句话' })).rejects.toMatchObject(refused('NOT_ALLOWED_NOW'))
  await desk.settleDown()
  expect(await mine(player)).toMatchObject([{ state: 'kept', reply: '谢谢您，已按新规定核对。' }])
  const messages = await rawDocuments(cloud, 'messages', { openid: player })
  expect(messages).toHaveLength(1)
  expect(JSON.stringify(messages)).toContain('维持原题')
  expect(await question()).toMatchObject({ state: 'live', version: 0 })
  expect(await listed(root._id, admin)).toEqual([])
  expect(await listed(root._id, admin, false)).toMatchObject([{ id, state: 'kept' }])
})

test('withdrawn: the question leaves the bank and the pools, with the officer’s name in its chain', async () => {
  const { id } = await say(await closed(player), player)
  await answer(id, 'withdraw', admin)
  await desk.settleDown()
  expect(await question()).toMatchObject({ state: 'retired', version: 1 })
  expect(await desk.poolOf('running')).toEqual([])
  const [event] = (await question())?.events as { by: string; act: string }[]
  expect(event).toMatchObject({ act: 'withdraw', by: deriveId('person', admin) })
  expect(await mine(player)).toMatchObject([{ state: 'withdrawn' }])
})

test('corrected: only with an edit; the question reads differently in the pools, closed papers do not', async () => {
  const paperId = await closed(player)
  const { id } = await say(paperId, player)
  await expect(answer(id, 'correct', admin)).rejects.toMatchObject(refused('INVALID_INPUT'))
  await expect(answer(id, 'correct', admin, { edits: { key: [0] } })).rejects.toMatchObject(refused('INVALID_INPUT'))
  await expect(answer(id, 'correct', admin, { edits: { key: [7] } })).rejects.toMatchObject(refused('INVALID_INPUT'))
  await answer(id, 'correct', admin, { edits: { key: [1], explain: '改过的解析' } })
  await desk.settleDown()
  expect(await question()).toMatchObject({ state: 'live', answer: [1], explain: '改过的解析', version: 1 })
  expect(await desk.poolOf('running')).toMatchObject([{ answer: [1] }])
  const result = await cloud.call<{ questions: { explain: string }[] }>(
    'quiz',
    'result',
    { id: paperId, campaignId },
    player,
  )
  expect(result.questions[0]?.explain).toBe('因为如此')
})

test('an answer whose call breaks off before the question moved is carried out by the drainer, once', async () => {
  const { id } = await say(await closed(player), player)
  await desk.settleDown()
  await answer(id, 'withdraw', admin)
  for (const trips of [3, 6, 9, 12]) {
    await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips })
    await cloud.tick('quiz').catch(() => undefined)
    await cloud.clearFaults()
    await cloud.clock({ advanceMs: 31_000 })
  }
  await desk.settleDown()
  expect(await question()).toMatchObject({ state: 'retired', version: 1 })
  expect(await rawDocuments(cloud, 'messages', { openid: player })).toHaveLength(1)
})

test('who erases himself is named nowhere in it and hears nothing more', async () => {
  const { id } = await say(await closed(player), player)
  await desk.settleDown()
  await deliverTo(cloud, 'quiz', [{ id: 'gone', kind: 'erase', payload: { openid: player } }], 'org')
  await answer(id, 'keep', admin)
  await desk.settleDown()
  expect(JSON.stringify(await rawDocuments(cloud, 'quiz_disputes'))).not.toContain(player)
  expect(await rawDocuments(cloud, 'messages', { openid: player })).toEqual([])
})
