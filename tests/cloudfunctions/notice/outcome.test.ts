import type { PushOutcome } from 'types/notice-outcome'
import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { hazardDocument } from '../../support/factories/hazard'
import { agree, goodData, settled } from '../../support/factories/notice'
import {
  city,
  cityLines,
  enterpriseDoc,
  fromEjson,
  orgEnv,
  personDoc,
  readDocuments,
  seedLine,
} from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

const { root, east, west } = city.nodes
const now = '2026-11-20T02:00:00.000Z'
const day = 86_400_000
const start = Date.parse(now)

const firms = [east, west].flatMap((node) =>
  ['甲', '乙', '丙', '丁', '戊'].map((n) => enterpriseDoc(`${node.name}${n}厂`, node)),
)
const closed = { ...enterpriseDoc('东河停产厂', east), state: 'closed' }
const workers = firms.map((unit, index) => personDoc({ openid: `wx-firm-${index}`, name: `职工${index}`, unit }))

type Firm = (typeof firms)[number]
type Ten = [Firm, Firm, Firm, Firm, Firm, Firm, Firm, Firm, Firm, Firm]
type Wish = Parameters<typeof hazardDocument>[0] & { urgent?: number }
let made = 0
/** Reported at an enterprise some days after the push. */
const at = (firm: Firm, days: number, { urgent = 0, ...wish }: Wish = {}) => ({
  ...hazardDocument({
    ...{ id: deriveId('outcome', String(made++)), under: firm.under, createdAt: new Date(start + days * day) },
    ...{ enterprise: { id: firm._id, name: firm.name, nodeId: firm.nodeId }, owner: 'wx-firm-0', ...wish },
  }),
  urgent,
})
const [e0, e1, e2, e3, e4, w0, w1, w2, w3, w4] = firms as Ten
const hazards = [
  // Three of the east in public: one twice, one a danger to life, one at the very end.
  ...[at(e0, 0.1), at(e0, 3), at(e1, 2, { urgent: 1 }), at(e2, 6.99)],
  // In secret, and before, after, declined, at a firm that is closed: none of them counts its firm in.
  ...[at(e3, 1, { identity: 'hidden' }), at(e4, 1, { identity: 'anonymous' }), at(e3, -0.1), at(e4, 7.01)],
  ...[at(e3, 2, { state: 'declined' }), at(e4, 2, { hiddenFrom: [east._id] }), at(closed, 1)],
  // The west has one in public and three in secret: fewer than three.
  ...[at(w0, 1), ...[w1, w2, w3].map((firm) => at(firm, 1, { identity: 'hidden' })), at(w4, 8)],
]

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const seed = [
    ...cityLines(),
    ...[...firms, closed].map((doc) => seedLine('enterprises', doc)),
    ...workers.map((doc) => seedLine('people', doc)),
    ...hazards.map((doc) => seedLine('hazards', doc)),
  ]
  cloud = await fresh.open({ now, env: orgEnv, seed: seedFile(seed) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: object) => cloud.call<T>('notice', action, input, openid)
const id = deriveId('push', 'storm')
const send = (more: object = {}) =>
  call('wx-admin', 'send', {
    ...{ _id: id, nodeId: root._id, template: 'work-to-do', audience: { nodeId: root._id, who: 'workers' } },
    ...{ wording: goodData('work-to-do'), ready: 'rainstorm', ...more },
  })
const outcome = () => call<PushOutcome>('wx-admin', 'pushOutcome', { id })
const read = async (openid: string) => {
  const { items } = await call<{ items: { id: string }[] }>(openid, 'inbox', {})
  await call(openid, 'markRead', { ids: items.map((item) => item.id) })
}

type Raw = { _id: string; openid: string; state: string; read: boolean; under: string[]; createdAt: Date }
const raw = async <T = Raw>(name: string, filter: object = {}) =>
  (await readDocuments(cloud, name, filter)).map((doc) => fromEjson(doc) as T)

/** The same from the bare documents, one after another. */
const recount = async (nodeId: string, since: number) => {
  const people = new Map((await raw('people')).map(({ _id, under }) => [_id, under]))
  const messages = (await raw('messages', { pushId: id })).filter(({ openid }) => people.get(openid)?.includes(nodeId))
  const units = (await raw('enterprises')).filter(({ state, under }) => state !== 'closed' && under.includes(nodeId))
  const known = new Set(units.map(({ _id }) => _id))
  const filed = new Set<string>()
  type Filed = Raw & { enterprise: { id: string }; identity: string; hiddenFrom: string[] }
  for (const { createdAt, identity, hiddenFrom, state, enterprise } of await raw<Filed>('hazards')) {
    const days = (createdAt.getTime() - since) / day
    const isPublic = identity === 'named' && hiddenFrom.length === 0 && state !== 'declined'
    if (days >= 0 && days < 7 && isPublic && known.has(enterprise.id)) filed.add(enterprise.id)
  }
  const told = (count: number) => (count < 3 ? null : count)
  return {
    ...{ laid: messages.length, units: units.length, filed: told(filed.size) },
    sent: told(messages.filter(({ state }) => state === 'sent').length),
    read: told(messages.filter((message) => message.read).length),
  }
}

test('what came of a push equals the bare messages, register and ledger; nobody’s secret counts', async () => {
  await Promise.all([0, 1, 2, 3, 5].map((n) => agree(cloud, `wx-firm-${n}`, 'work-to-do')))
  await send()
  await settled(cloud)
  await Promise.all([0, 1, 2, 3, 5, 6].map((n) => read(`wx-firm-${n}`)))
  const seen = await outcome()
  const since = Date.parse(String(seen.since))
  expect(since - start).toBeLessThan(600_000)
  expect(seen).toMatchObject({ isOver: false, isWhole: true, nodeName: root.name, ...(await recount(root._id, since)) })
  const rows = await Promise.all(
    [east, west].map(async ({ _id, name }) => ({ id: _id, name, ...(await recount(_id, since)) })),
  )
  expect(seen.rows.map(({ name }) => name).sort()).toEqual([east.name, west.name].sort())
  expect(seen.rows).toEqual(expect.arrayContaining(rows))
  // The factory and the paper mill of the city stand in the register too.
  expect(seen).toMatchObject({ units: 12, filed: 4, sent: 5, read: 6 })
  expect(rows).toMatchObject([
    { laid: 6, sent: 4, read: 4, units: 6, filed: 3 },
    { laid: 5, sent: null, read: null, units: 6, filed: null },
  ])
  expect(await outcome()).toEqual(seen)

  await cloud.clock({ now: new Date(start + 8 * day).toISOString() })
  expect(await outcome()).toEqual({ ...seen, isOver: true })
})

test('before anybody has it there are no days to count', async () => {
  await send({ dueAt: '2026-11-21T02:00:00.000Z' })
  expect(await outcome()).toMatchObject({ since: null, until: null, isOver: false, laid: 0, units: 12, filed: null })
})
