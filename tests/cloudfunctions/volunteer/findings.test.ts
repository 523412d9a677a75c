import { deriveId } from 'types/ids'
import type { Findings, YearRecord, YearRow } from 'types/volunteer-year'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { applicationId, cast, idOf, nodeLines, place } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine } from '../../support/factories/volunteer-enrolled'
import { yearSettled } from '../../support/factories/volunteer-year'
import { seedFile } from '../../support/seed-file'

const now = '2026-06-10T02:00:00.000Z'
const people = ['赵', '钱', '孙'].map((surname, index) => ({
  ...{ openid: `f${index}`, name: `${surname}见微`, order: String(601 + index) },
}))
const moment = (text: string) => ({ $date: text })
const team = { id: deriveId('team', 'one'), name: '柳岸安全生产社会监督职工志愿服务队' }

let made = 0
const hazard = (owner: string | null, state: string, more: Record<string, unknown> = {}) => ({
  c: 'hazards',
  d: {
    ...{ _id: deriveId('found-hazard', String((made += 1))), state, under: [...place.east], serialKey: `h${made}` },
    ...{ owner, identity: owner ? 'named' : 'anonymous', followers: owner ? [owner] : [], joiners: [], hiddenFrom: [] },
    ...{ spoken: null, words: '配电箱敞开', createdAt: moment('2026-03-04T02:00:00.000Z'), outboxAt: null, ...more },
  },
})
const joined = (owner: string, identity: string, more: object = {}) => ({
  ...{ followers: ['other', owner] },
  joiners: [{ _id: deriveId('join', owner), owner, identity, hiddenFrom: [], ...more }],
})

const hazards = [
  ...[hazard('f0', 'closed'), hazard('f0', 'fixing'), hazard('f0', 'reported'), hazard('f0', 'declined')],
  // Put together with another one, in which he stands: counted there.
  ...[hazard('f0', 'merged'), hazard('other', 'closed', joined('f0', 'named'))],
  // Hidden from somebody, gone past somebody, of another year, spoken to a team leader.
  ...[hazard('f0', 'closed', { identity: 'hidden' }), hazard('other', 'closed', joined('f0', 'hidden'))],
  ...[hazard('f0', 'closed', { hiddenFrom: [idOf('east')] }), hazard('f0', 'closed', { above: true })],
  hazard('f0', 'closed', { createdAt: moment('2025-12-31T15:59:59.000Z') }),
  hazard('f0', 'closed', { spoken: 'k1.cipher' }),
  ...[hazard('f1', 'closed', { identity: 'hidden' }), hazard(null, 'closed')],
]

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  const enrolled = people.map((who, index) => enrolledLine({ ...who, change: index < 2 ? { team } : {} }))
  cloud = await fresh.open({
    seed: seedFile([...nodeLines(), ...cast(), ...enrolled, ...hazards]),
    env: enrolledEnv,
    now,
  })
  await yearSettled(cloud)
})
afterAll(fresh.close)

const ask = <T>(action: string, input: object, openid: string) => cloud.call<T>('volunteer', action, input, openid)
const rows = async (more: object = {}, openid = 'east-officer', at: 'east' | 'eastRegulator' = 'east') =>
  (await ask<{ items: YearRow[]; more: boolean }>('yearList', { nodeId: idOf(at), year: 2026, ...more }, openid)).items
const recordOf = async (openid: string, reader = 'east-officer') => {
  const row = (await rows()).find((one) => one.applicationId === applicationId(openid))
  return ask<YearRecord>('yearRecord', { id: row?.id ?? '' }, reader)
}

test('the authorities read how many hazards bear his name, never one that is hidden from anybody', async () => {
  const open = { reported: 5, found: 3, closed: 2 }
  expect((await recordOf('f0')).findings).toEqual(open)
  expect((await recordOf('f0', 'east-regulator')).findings).toEqual(open)
  expect((await recordOf('f1')).findings).toEqual({ reported: 0, found: 0, closed: 0 })
  expect(JSON.stringify(await recordOf('f0'))).not.toContain('配电箱')
})

test('he himself reads all of his own of the year, also what he keeps hidden', async () => {
  type Own = Findings & { hidden: number }
  const own = (openid: string, year = 2026) => ask<Own>('myFindings', { year }, openid)
  expect(await own('f0')).toEqual({ reported: 9, found: 7, closed: 6, hidden: 2 })
  expect(await own('f0', 2025)).toEqual({ reported: 1, found: 1, closed: 1, hidden: 0 })
  expect(await own('f1')).toMatchObject({ reported: 1, hidden: 1 })
  expect(await own('worker')).toEqual({ reported: 0, found: 0, closed: 0, hidden: 0 })
})

test('the list of one team holds who is in it now and lies under the node, filtered and by pages', async () => {
  const names = (items: readonly YearRow[]) => items.map(({ name }) => name).sort()
  expect(names(await rows({ teamId: team.id }))).toEqual(['赵见微', '钱见微'].sort())
  expect(await rows()).toHaveLength(3)
  expect(names(await rows({ teamId: team.id }, 'east-regulator', 'eastRegulator'))).toHaveLength(2)
  expect(await rows({ teamId: team.id, filter: 'enough' })).toEqual([])
  expect(await rows({ teamId: team.id, state: 'running' })).toHaveLength(2)
  const first = await ask<{ items: YearRow[]; more: boolean }>(
    ...(['yearList', { nodeId: idOf('east'), year: 2026, teamId: team.id, size: 1 }, 'east-officer'] as const),
  )
  expect(first).toMatchObject({ more: true, items: [expect.anything()] })
  const west = { nodeId: idOf('west'), year: 2026, teamId: team.id }
  expect(await ask('yearList', west, 'west-officer')).toEqual({ items: [], more: false })
})
