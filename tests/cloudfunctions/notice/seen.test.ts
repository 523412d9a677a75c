import type { PushOutcome } from 'types/notice-outcome'
import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { agree, goodData, settled } from '../../support/factories/notice'
import { city, cityLines, enterpriseDoc, orgEnv, personDoc, seedLine } from '../../support/factories/org'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const { root, east } = city.nodes
const now = '2026-11-20T02:00:00.000Z'
const unit = enterpriseDoc('东河甲厂', east)
const workers = Array.from({ length: 8 }, (_, index) =>
  personDoc({ openid: `wx-worker-${index}`, name: `职工${index}`, unit }),
)
const openids = workers.map(({ _id }) => _id)

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const seed = [...cityLines(), seedLine('enterprises', unit), ...workers.map((doc) => seedLine('people', doc))]
  cloud = await fresh.open({ now, env: orgEnv, seed: seedFile(seed) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: object) => cloud.call<T>('notice', action, input, openid)
const id = deriveId('push', 'seen')
const send = async (page: string | null) => {
  await Promise.all(openids.slice(0, 6).map((openid) => agree(cloud, openid, 'work-to-do')))
  await call('wx-admin', 'send', {
    ...{ _id: id, nodeId: root._id, template: 'work-to-do', audience: { nodeId: root._id, who: 'workers' } },
    ...{ wording: goodData('work-to-do'), ready: 'rainstorm', ...(page && { page }) },
  })
  await settled(cloud)
}

const firstOf = async (openid: string) =>
  (await call<{ items: { id: string }[] }>(openid, 'inbox', {})).items[0]?.id ?? ''

/** What the notice in WeChat opens. */
const noticeOf = async (openid: string) => (await cloud.inbox(openid))[0]?.page ?? ''
const messageIn = (page: string) => new URLSearchParams(page.split('?')[1]).get('m') ?? ''
const tapped = async (openid: string, message?: string) =>
  call<{ unread: number }>(openid, 'markRead', {
    ids: [message ?? messageIn(await noticeOf(openid))],
    from: 'notice',
  })
const readInside = async (openid: string) => {
  const { items } = await call<{ items: { id: string }[] }>(openid, 'inbox', {})
  return call(openid, 'markRead', { ids: items.map((item) => item.id) })
}
const seen = () => call<{ laid: number; read: number | null; opened: number | null }>('wx-admin', 'pushSeen', { id })

test('a notice that was tapped counts as seen, once, beside what was read among the messages', async () => {
  await send('pages/home/index')
  expect(await noticeOf(openids[0] ?? '')).toMatch(/^pages\/home\/index\?m=[0-9A-Za-z]{22}$/)
  expect(await seen()).toMatchObject({ laid: 9, read: null, opened: null, isWhole: true })
  for (const openid of openids.slice(0, 3)) expect(await tapped(openid)).toEqual({ unread: 0 })
  expect(await tapped(openids[0] ?? '')).toEqual({ unread: 0 })
  await readInside(openids[0] ?? '')
  await readInside(openids[6] ?? '')
  expect(await seen()).toMatchObject({ laid: 9, read: 4, opened: 3 })
  expect(await call<PushOutcome>('wx-admin', 'pushOutcome', { id })).toMatchObject({ laid: 9, read: 4 })
})

test('who says that he tapped a notice he never had has seen the message, no more', async () => {
  await send(null)
  for (const openid of openids.slice(0, 2)) await tapped(openid)
  for (const openid of openids.slice(6)) expect(await tapped(openid, await firstOf(openid))).toEqual({ unread: 0 })
  expect(await seen()).toMatchObject({ laid: 9, read: 4, opened: null })
  expect(await rawDocuments(cloud, 'messages', { opened: true })).toHaveLength(2)
})

test('one without a page of its own opens the messages; who names another’s message changes nothing', async () => {
  await send(null)
  const page = await noticeOf(openids[0] ?? '')
  expect(page).toMatch(/^packages\/notice\/messages\?m=/)
  for (const openid of openids.slice(1, 8)) await tapped(openid, messageIn(page))
  await tapped('wx-passer-by', messageIn(page))
  await tapped(openids[1] ?? '', deriveId('message', 'of nobody'))
  expect(await rawDocuments(cloud, 'messages', { $or: [{ read: true }, { opened: true }] })).toEqual([])
})
