// 100,000 hazards fall due at one moment: the sweep in ticks, killed without warning again and again, then resumed. Each
// reminder is laid exactly once and none is lost. HAZARDS=20000 for a shorter look.
import { setTimeout as sleep } from 'node:timers/promises'
import { EJSON } from 'bson'
import { documentsOf, now, root } from '../../standing/world'
import { startCloud, type Cloud } from '../../support/cloud'
import { crowdId, crowdLine, startCrowd, type CrowdOptions } from '../../support/factories/hazard-crowd'
import { figure } from '../../support/figure'
import { random } from '../../support/random'
import { rawDocuments } from '../../support/raw-documents'

const many = Number(process.env.HAZARDS ?? 100_000)
const kills = 8
const dice = random(3)
const crowd: CrowdOptions = { onlyFixing: true, dueIn: () => 1 }

type Told = { _id: string; under: string[]; fixer: { openid: string } | null; followers: string[] }
type Grant = { role: string; nodeId: string }

// Whom a hazard's lateness is told: the fixer, who reported it, and the officers of the lowest union that has any.
const people = documentsOf('people') as unknown as { _id: string; grants: Grant[] }[]
const officersAt = (nodeId: string) =>
  people.filter(({ grants }) => grants.some((grant) => grant.role === 'officer' && grant.nodeId === nodeId))
const near = new Map<string, string[]>()
const officersNear = (under: readonly string[]): string[] => {
  const line = under.join('/')
  const node = [...under].reverse().find((id) => officersAt(id).length > 0)
  const found = near.get(line) ?? (node ? officersAt(node).map(({ _id }) => _id) : [])
  near.set(line, found)
  return found
}
const toldOf = (n: number): string[] => {
  const { d } = JSON.parse(crowdLine(n, crowd)) as { d: Told }
  return [...(d.fixer ? [d.fixer.openid] : []), ...officersNear(d.under), ...d.followers].sort()
}

// Beside them the ladder tells of its own rungs.
const titles = ['整改已逾期，请尽快完成', '企业整改逾期，请督促', '整改逾期']
const ofLateness = { 'fields.value': { $in: titles } }

const count = async (cloud: Cloud, collectionName: string, filter: object): Promise<number> => {
  const body = { action: 'database.calculateDocument', collectionName, queryType: 'WHERE', envName: 'local-ankang' }
  const { data } = (await cloud.admin({ ...body, query: EJSON.stringify(filter) })) as { data: { total: number } }
  return data.total
}
const isLeft = async (cloud: Cloud) =>
  (await count(cloud, 'hazards', { overdue: false, state: { $in: ['assigned', 'fixing'] } })) +
  (await count(cloud, 'hazards', { outboxAt: { $ne: null } })) +
  (await count(cloud, 'hazard_coverage', { outboxAt: { $ne: null } }))

const startedAt = Date.now()
let cloud = await startCrowd(many, crowd)
const before = await count(cloud, 'messages', ofLateness)
let moment = Date.parse(now) + 5 * 60_000
const sums = { ticks: 0, killed: 0 }
const killAt = Array.from({ length: kills }, (_, n) => 2 + n * 3)

const again = async () => {
  await sleep(dice() * 2_500)
  await cloud.kill9()
  cloud = await startCloud({ dataDir: cloud.dir, env: 'config/local.env' })
  // A dead drainer holds its lease for half a minute.
  moment += 40_000
  await cloud.clock({ now: new Date(moment).toISOString() })
  sums.killed += 1
}

await cloud.clock({ now: new Date(moment).toISOString(), fire: 'notice' })
try {
  // Counting what is left walks through them all: now and then will do.
  while (sums.ticks % 20 > 0 || ((await isLeft(cloud)) > 0 && sums.ticks < 2_000)) {
    sums.ticks += 1
    const ticking = cloud.tick('hazard').catch(() => undefined)
    if (killAt.includes(sums.ticks)) await again()
    await ticking
  }
  const expected = Array.from({ length: many }, (_, n) => toldOf(n).length).reduce((sum, one) => sum + one, 0)
  const laid = (await count(cloud, 'messages', ofLateness)) - before
  figure('reminders laid', `${laid} for ${many} hazards`, `exactly ${expected}`, laid === expected)
  const events = await count(cloud, 'events', { act: 'overdue' })
  figure('events of lateness', String(events), `exactly ${many}`, events === many)
  const looked = Array.from({ length: 40 }, (_, n) => n * Math.floor(many / 40))
  // One walk through all messages: nothing of theirs is indexed by what they are about.
  const about = { page: { $regex: looked.map(crowdId).join('|') }, ...ofLateness }
  const found = await rawDocuments(cloud, 'messages', about)
  const gotOf = (n: number) => found.filter(({ page }) => String(page).includes(crowdId(n))).map(({ openid }) => openid)
  const wrong = looked.filter((n) => JSON.stringify(gotOf(n).sort()) !== JSON.stringify(toldOf(n)))
  figure('hazards looked at whose reminders are not one each', String(wrong.length), '0', wrong.length === 0)
  const [counter] = await rawDocuments(cloud, 'counters', { _id: `hazard.node.${root}` })
  const late = (counter?.values as Record<string, number>).overdue ?? 0
  const seeded = documentsOf('counters').find(({ _id }) => _id === `hazard.node.${root}`)
  const was = (seeded?.values as Record<string, number> | undefined)?.overdue ?? 0
  figure('overdue counted for the city', String(late - was), `exactly ${many}`, late - was === many)
  figure('killed without warning', `${sums.killed} times`, `${kills} times`, sums.killed === kills)
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
  figure(
    'ticks until all were told',
    `${sums.ticks} ticks, ${minutes} minutes here`,
    `at most ${many / 300 + 30}`,
    sums.ticks <= many / 300 + 30,
  )
} finally {
  await cloud.stop()
}
