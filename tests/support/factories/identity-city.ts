import { addDays } from 'types/calendar'
import { deriveId } from 'types/ids'
import { startCloud, type Cloud } from '../cloud'
import {
  boothId,
  enterpriseId,
  hazardId,
  hazardLine,
  jpegWithPlace,
  nodeId,
  person,
  readAll,
  settle,
  toSeed,
  unders,
  world,
  type Line,
} from './hazard'
import { bothReports } from './hazard-acts'
import { fivePlan, personId } from './hazard-way'
import { filesOf, hear, untimed, type Question } from '../listening'
import { seedFile } from '../seed-file'

/** Everything by which a hidden reporter, and whom a team leader wrote down, could be known. */
export type Who = { openid: string; name: string; phone: string; key: string; speaker: string; spokenPhone: string }

export const first: Who = {
  ...{ openid: 'o-hidden-first-00000000000001', name: '甲春生', phone: '136****1111', key: 'A'.repeat(22) },
  ...{ speaker: '石老根', spokenPhone: '19900001234' },
}
export const second: Who = {
  ...{ openid: 'o-other', name: '欧阳乙秋实', phone: '177****2222', key: 'bC9'.repeat(15) },
  ...{ speaker: '田小满子', spokenPhone: '19911119999' },
}

export const own = 'hidden'
const names = [own, 'dup', 'named', 'spoken', 'nameless', 'plain'] as const
type Name = (typeof names)[number]
export const at = { enterpriseId: enterpriseId('zeneng') }
export const day = '2026-06-10'
const noon = (days: number, hour = 4) => `${addDays(day, days)}T${String(hour).padStart(2, '0')}:00:00.000Z`

const reporterLine = ({ openid, name, phone }: Who): Line => {
  const { c, d } = person(openid, name)
  return { c, d: { ...d, phone } }
}

const seeded = (who: Who): Line[] => [
  ...world,
  reporterLine(who),
  person('workshop-officer', '丙班长', { role: 'officer', at: 'workshop' }),
  person('leader', '丁班长', { role: 'team-leader', at: 'workshop' }),
  person('former-officer', '戊前任'),
  hazardLine({ id: hazardId('plain'), owner: 'worker-li', under: unders.zeneng }),
]

export const listeners = [
  ...['zeneng-fixer', 'zeneng-fixer-two', 'hengfeng-fixer', 'zeneng-chair', 'workshop-officer', 'chair-and-city'],
  ...['fixer-and-officer', 'east-officer', 'east-deputy', 'city-officer', 'west-officer', 'regulator'],
  ...['leader', 'worker-wang', 'worker-li', 'former-officer', 'o-stranger', ''],
]

const letterId = deriveId('identity', 'letter')
const sheetId = deriveId('identity', 'sheet')
export const awardId = deriveId('identity', 'award')
export const wrongKey = { retrievalKey: 'w'.repeat(32) }

const ofHazard = (name: Name): Question[] => {
  const id = hazardId(name)
  return [
    ...['detail', 'fixDetail', 'view', 'alike', 'onward', 'newLetter'].map(
      (action) => ['hazard', action, { id }] as const,
    ),
    ['hazard', 'track', { id, ...wrongKey }],
    ['desk', 'verify', { subjectId: id }],
  ]
}

export const questions: Question[] = [
  ...names.flatMap(ofHazard),
  ...[{}, { state: 'assigned' }, { words: '冲床' }, { kind: 'machine' }, { source: 'worker' }, { overdue: true }].map(
    (input) => ['hazard', 'ledger', input] as const,
  ),
  ['hazard', 'ledger', { ...at, period: '2026-06', order: 'due' }],
  ['hazard', 'fixList', {}],
  ['hazard', 'mine', {}],
  ['hazard', 'similar', { ...at, words: '冲床没有防护罩，手能伸进去' }],
  ['hazard', 'letters', {}],
  ['hazard', 'letter', { id: letterId }],
  ['hazard', 'board', at],
  ['hazard', 'boardDraft', { ...at, month: '2026-06' }],
  ['hazard', 'coverage', { period: '2026-06' }],
  ['hazard', 'mySheets', {}],
  ['hazard', 'handovers', {}],
  ['hazard', 'awards', {}],
  ['hazard', 'award', { id: awardId }],
  ['hazard', 'publicAwards', {}],
  ['hazard', 'publicAward', { id: awardId }],
  ['desk', 'overview', {}],
  ['desk', 'events', {}],
  ['desk', 'backups', {}],
  ['notice', 'inbox', {}],
  ['notice', 'pushes', {}],
  ['org', 'people', {}],
  ['org', 'enterprises', {}],
]

export type City = {
  cloud: Cloud
  who: Who
  heard: string[]
  /** Steps that did not go through. */
  stuck: string[]
}

const ask = async ({ cloud, heard }: City, openid: string, question: Question) => {
  const reply = await hear(cloud, openid, question)
  heard.push(reply)
  return reply
}

/** A step of the way, heard as everything is. */
const go = async (city: City, openid: string, question: Question) => {
  const reply = await ask(city, openid, question)
  if (!reply.includes('\\"ok\\":true')) city.stuck.push(reply)
}

/** Everything is archived, every sheet written, and WeChat has said its word on the pictures. */
const quiet = async ({ cloud }: City) => {
  for (let round = 0; round < 5; round++) {
    await cloud.tick('hazard')
    await cloud.tick('notice')
    await cloud.rest()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Everybody but the reporter asks everything. */
const listen = async (city: City) => {
  await quiet(city)
  for (const openid of listeners) for (const question of questions) await ask(city, openid, question)
}

const versionOf = async ({ cloud }: City, name: Name) =>
  (await readAll(cloud, 'hazards', { _id: hazardId(name) }))[0]?.version ?? 0

/** A step of somebody else than the reporter: what he is answered is heard too. */
const step = async (city: City, name: Name, action: string, openid: string, input: object = {}) => {
  const moved = { id: hazardId(name), version: await versionOf(city, name), ...input }
  await go(city, openid, ['hazard', action, moved])
}

const told = (name: string, words: string) => ({
  ...{ _id: hazardId(name), place: '二号车间', words, kind: 'machine', identity: 'hidden', ...at },
})

const photoOf = ({ cloud, who }: City, name: string, folder: string, openid = who.openid) =>
  cloud.upload(`hazard/${hazardId(name)}/${folder}/1.jpg`, jpegWithPlace(), openid)

/** What the hidden ones do; nobody else hears the answers. */
const reportAll = async (city: City) => {
  const { cloud, who } = city
  const call = (action: string, input: object, openid = who.openid) => cloud.call('hazard', action, input, openid)
  const photos = [await photoOf(city, own, 'before')]
  await call('report', { ...told(own, '冲床没有防护罩，手能伸进去'), photos })
  await call('report', {
    ...told('dup', '冲床防护罩没有了，手会伸进去'),
    photos: [],
    enterpriseId: undefined,
    boothId: boothId('zeneng'),
  })
  await call('report', { ...told('named', '配电箱门敞开，电线破损'), photos: [], identity: 'named' }, 'worker-wang')
  const joining = { _id: deriveId('identity', 'join'), id: hazardId('named'), identity: 'hidden', words: '我也看到了' }
  await call('join', joining)
  const slip = { retrievalKey: who.key.padEnd(24, 'z'), name: who.speaker, phone: who.spokenPhone }
  await call('reportFor', { ...told('spoken', '行车吊钩没有防脱装置'), photos: [], ...slip }, 'leader')
  const nameless = { ...told('nameless', '酸罐阀门滴漏'), photos: [], identity: 'anonymous', retrievalKey: who.key }
  await call('report', nameless)
}

const travel = async (city: City, now: string) => {
  const { cloud } = city
  await quiet(city)
  await cloud.clock({ now, fire: 'hazard' })
  await settle(cloud)
  for (const fn of ['notice', 'desk', 'org']) await cloud.tick(fn)
}

const due = (days: number) => `${addDays(day, days)}T15:59:59.999Z`
const plan = { ...fivePlan, dueAt: due(9) }

const handle = async (city: City) => {
  await step(city, 'dup', 'merge', 'east-officer', { intoId: hazardId(own) })
  for (const name of [own, 'named', 'spoken', 'nameless'] as const) {
    await step(city, name, 'accept', 'east-officer', { grade: name === own ? 'major' : 'general' })
    await settle(city.cloud)
    const handing = { fixerId: personId('zeneng-fixer'), dueAt: due(10), suggestion: '建议加装防护' }
    await step(city, name, 'assign', 'east-officer', handing)
    await step(city, name, 'plan', 'zeneng-fixer', plan)
    await step(city, name, 'progress', 'zeneng-fixer', { words: '配件已订', photos: [] })
    await step(city, name, 'askExtension', 'zeneng-fixer', { reason: '缺货', dueAt: due(14) })
    await step(city, name, 'grantExtension', 'east-officer', { words: '同意' })
  }
  await settle(city.cloud)
}

const press = async (city: City) => {
  const letter = { to: '泽能机械', facts: '冲床缺少防护', laws: ['safety-60'], suggestion: '建议加装', replyDays: 15 }
  const writing: Question[] = [
    ['hazard', 'draftLetter', { _id: letterId, id: hazardId(own), ...letter }],
    ['hazard', 'sendLetter', { id: letterId, version: 0, way: 'hand', at: noon(16) }],
    ['hazard', 'recordRefusal', { id: letterId, version: 1, words: '暂不更换', at: noon(16) }],
    [
      'hazard',
      'referLetter',
      { id: letterId, version: 2, reason: '提请督促', at: noon(16), regulator: '区应急管理局', union: '市总工会' },
    ],
  ]
  for (const question of writing) {
    await go(city, 'east-officer', question)
    // Archived before the next step: a trail calls a letter by the number it has by then.
    await city.cloud.rest()
    await city.cloud.tick('hazard')
  }
  await step(city, own, 'prove', 'east-officer', bothReports)
  const listing = { number: '安委督〔2026〕3号', level: 'city', publishedAt: noon(16), dueAt: due(60) }
  await step(city, own, 'list', 'east-officer', listing)
  await step(city, own, 'extendListing', 'east-officer', { dueAt: due(70), reason: '订货' })
  await step(city, own, 'delist', 'east-officer', { at: noon(16), reason: '验收合格' })
  for (const copy of ['enterprise', 'regulator', 'union']) {
    const question = ['hazard', 'printLetter', { id: letterId, copy }] as const
    const { body } = await city.cloud.callRaw('hazard', { action: 'printLetter', input: question[2] }, 'east-officer')
    await go(city, 'east-officer', question)
    city.heard.push(...(await filesOf(city.cloud, `letter ${copy}`, JSON.stringify(body))))
  }
}

const close = async (city: City) => {
  for (const name of [own, 'named'] as const) {
    const answer = { words: '已加装', photos: [await photoOf(city, name, 'after', 'zeneng-fixer')] }
    await step(city, name, 'answer', 'zeneng-fixer', answer)
    await settle(city.cloud)
    await step(city, name, 'close', 'east-deputy', { words: '现场核实' })
  }
  await go(city, 'east-officer', ['hazard', 'publishBoard', { ...at, month: '2026-06', version: null, words: [] }])
  const sheet = { _id: sheetId, nodeId: nodeId('zeneng'), what: { of: 'ledger', filter: {} } }
  await go(city, 'zeneng-chair', ['hazard', 'exportSheet', sheet])
  await go(city, 'east-officer', [
    ...['hazard', 'exportSheet'],
    { ...sheet, _id: deriveId('identity', 'east-sheet'), nodeId: nodeId('east') },
  ] as unknown as Question)
  for (let round = 0; round < 3; round++) await settle(city.cloud)
  for (const openid of ['zeneng-chair', 'east-officer']) {
    const { body } = await city.cloud.callRaw('hazard', { action: 'mySheets', input: {} }, openid)
    city.heard.push(...(await filesOf(city.cloud, `sheet ${openid}`, JSON.stringify(body))))
  }
}

const award = {
  ...{ _id: awardId, nodeId: nodeId('east'), title: '六月奖励', count: 10, from: day, to: addDays(day, 17) },
  ...{ grade: 'any', kinds: [], who: 'all', reward: { money: 200, words: null } },
  claim: { where: '区总工会二楼', until: addDays(day, 90) },
}

const after = async (city: City) => {
  const { cloud, who } = city
  const reopening = {
    id: hazardId(own),
    version: await versionOf(city, own),
    reason: '罩子又拆了',
    photos: [] as string[],
  }
  reopening.photos.push(await photoOf(city, own, 'again'))
  await cloud.call('hazard', 'reopen', reopening, who.openid)
  await settle(cloud)
  await step(city, own, 'uphold', 'east-deputy', { reason: '看过，已装好' })
  await step(city, 'named', 'recheck', 'east-deputy', { words: '还在' })
  await step(city, 'spoken', 'cease', 'east-officer', { on: day, proof: '停业公告', words: '已清空' })
  await go(city, 'east-officer', ['hazard', 'draftAward', award])
  const { digest } = await cloud.call<{ digest: string }>('hazard', 'award', { id: awardId }, 'east-officer')
  await go(city, 'east-officer', ['hazard', 'announceAward', { id: awardId, version: 0, digest, days: 5 }])
  await settle(cloud)
}

/** The whole life of some hazards with everybody listening. The cloud stays open. */
export const listenThrough = async (who: Who): Promise<City> => {
  const cloud = await startCloud({ seed: seedFile(toSeed(seeded(who))), env: 'config/local.env' })
  const city: City = { cloud, who, heard: [], stuck: [] }
  await travel(city, noon(0))
  await reportAll(city)
  await settle(cloud)
  await listen(city)
  await travel(city, noon(1))
  await handle(city)
  await listen(city)
  await travel(city, noon(15))
  await travel(city, noon(16))
  await press(city)
  await listen(city)
  await travel(city, noon(17))
  await close(city)
  await listen(city)
  await travel(city, noon(18))
  await after(city)
  await travel(city, noon(19))
  await listen(city)
  for (const openid of listeners.filter((one) => one !== ''))
    city.heard.push(JSON.stringify([openid, (await cloud.inbox(openid)).map(({ data, page }) => [data, page])]))
  const trail = await readAll<Record<string, unknown>>(cloud, 'events')
  const facts = trail.map(({ _id, by, name, act, from, to, data }) =>
    JSON.stringify({ _id, by, name, act, from, to, data }),
  )
  city.heard.push(...facts.map(untimed).sort())
  return city
}
