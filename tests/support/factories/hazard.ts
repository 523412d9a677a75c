import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EJSON } from 'bson'
import { encode } from 'jpeg-js'
import { chainStart } from 'types/chain'
import { hazardTerms, isOver, shelvesOf, type HazardState } from 'types/hazard'
import { deriveId, receiptCode } from 'types/ids'
import type { HazardDoc, HazardPhoto } from '../../../cloudfunctions/hazard/hazard'
import type { Cloud } from '../cloud'
import { day, eventsOf, fixingOf, personId, route, type HazardOptions } from './hazard-way'

export type Line = { c: string; d: Record<string, unknown> }

/** Environment of the functions in these tests: keys of nobody. */
export const hazardEnv = {
  SENSITIVE_KEYS: `k1:${Buffer.alloc(32, 3).toString('base64')}`,
  HMAC_KEY: Buffer.alloc(32, 5).toString('base64'),
}

/** The built manifest with the picture checks' push going to hazard. */
export const hazardManifest = () => {
  const built = path.resolve(__dirname, '../../../dist/cloud.json')
  const manifest = JSON.parse(readFileSync(built, 'utf8')) as { functions: { name: string; dir: string }[] }
  const functions = manifest.functions
    .filter(({ name }) => ['hazard', 'notice'].includes(name))
    .map((fn) => ({ ...fn, dir: path.resolve(path.dirname(built), fn.dir) }))
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hazard-')), 'cloud.json')
  writeFileSync(file, JSON.stringify({ ...manifest, functions, mediaCallback: 'hazard', h5: undefined }))
  return file
}

export const nodeId = (name: string) => deriveId('test-node', name)
export const enterpriseId = (name: string) => deriveId('test-enterprise', name)
export const boothId = (name: string) => deriveId('test-booth', name)
export const hazardId = (name: string) => deriveId('test-hazard', name)

const city = [nodeId('city')]
const east = [...city, nodeId('east')]
const west = [...city, nodeId('west')]
const south = [...city, nodeId('south')]
const zeneng = [...east, nodeId('zeneng')]
const workshop = [...zeneng, nodeId('workshop')]
/** Node ids from the root down: 市总工会, three districts, one enterprise's own union with a workshop. */
export const unders = { city, east, west, south, zeneng, workshop }

const node = (name: keyof typeof unders, title: string, type = 'geographic'): Line => {
  const under = unders[name]
  const facts = { parentId: under.at(-2) ?? null, type, authority: 'union', name: title, serves: null }
  return {
    c: 'nodes',
    d: {
      _id: under.at(-1),
      ...facts,
      under,
      path: `/${under.join('/')}`,
      depth: under.length - 1,
      managers: 2,
      children: 0,
    },
  }
}

const enterprise = (name: string, title: string, at: keyof typeof unders, nodeName: string): Line => ({
  c: 'enterprises',
  d: {
    ...{
      _id: enterpriseId(name),
      name: title,
      nodeId: unders[at].at(-1),
      nodeName,
      under: unders[at],
      industry: '机械',
    },
    ...{ flags: { highRisk: true, nonPublic: true, small: false }, hasUnion: true, workers: 120, teams: 6 },
  },
})

const booth = (name: string, at: keyof typeof unders, nodeName: string): Line => ({
  c: 'booths',
  d: {
    ...{ _id: boothId(name), nodeId: unders[at].at(-1), nodeName, under: unders[at], name: '中心广场 3 号展台' },
    ...{ place: '中心广场', enterprise: null, campaignId: null, task: 'home', state: 'open' },
  },
})

type Seat = { role: 'officer' | 'regulator' | 'fixer' | 'team-leader'; at: keyof typeof unders; enterprise?: string }

/** A person with a name of nobody and the seats named. */
export const person = (openid: string, name: string | null, ...seats: Seat[]): Line => {
  const grants = seats.map(({ role, at, enterprise: answersFor }, index) => ({
    ...{ id: deriveId('grant', openid, String(index)), role, nodeId: unders[at].at(-1), nodeName: titles[at] },
    ...{ authority: role === 'regulator' ? 'regulator' : 'union', under: unders[at], by: 'seed' },
    ...{ enterpriseId: answersFor ? enterpriseId(answersFor) : null, since: new Date('2026-01-05T00:00:00Z') },
  }))
  const phone = name ? '138****0000' : null
  return {
    c: 'people',
    d: { _id: openid, personId: personId(openid), name, phone, unit: null, grants, under: [], kinds: [] },
  }
}

const titles: Record<keyof typeof unders, string> = {
  city: '青泽市总工会',
  east: '东原区总工会',
  west: '西川区总工会',
  south: '南坪区总工会',
  zeneng: '泽能机械工会',
  workshop: '一车间',
}

/** A city with two districts, an enterprise with its own union, one without, and everybody who matters to a hazard. */
export const world: Line[] = [
  node('city', titles.city),
  node('east', titles.east),
  node('west', titles.west),
  node('south', titles.south),
  node('zeneng', titles.zeneng, 'enterprise'),
  node('workshop', titles.workshop, 'workshop'),
  enterprise('zeneng', '泽能机械', 'zeneng', titles.zeneng),
  // As it could be registered once: a name within the employer itself.
  enterprise('look-alike', '泽能机械（总厂）', 'workshop', titles.workshop),
  enterprise('hengfeng', '恒丰商场', 'east', titles.east),
  enterprise('xichuan', '西川物流', 'west', titles.west),
  enterprise('nanping', '南坪纺织', 'south', titles.south),
  booth('east', 'east', titles.east),
  booth('zeneng', 'zeneng', titles.zeneng),
  person('city-officer', '程一', { role: 'officer', at: 'city' }),
  person('east-officer', '董二', { role: 'officer', at: 'east' }),
  person('east-deputy', '董三', { role: 'officer', at: 'east' }),
  person('west-officer', '席四', { role: 'officer', at: 'west' }),
  person('zeneng-chair', '曾五', { role: 'officer', at: 'zeneng' }),
  person('chair-and-city', '兼六', { role: 'officer', at: 'city' }, { role: 'officer', at: 'zeneng' }),
  person('regulator', '监七', { role: 'regulator', at: 'east' }),
  person('zeneng-fixer', '冯八', { role: 'fixer', at: 'zeneng', enterprise: 'zeneng' }),
  person('zeneng-fixer-two', '冯九', { role: 'fixer', at: 'zeneng', enterprise: 'zeneng' }),
  person('hengfeng-fixer', '衡十', { role: 'fixer', at: 'east', enterprise: 'hengfeng' }),
  person(
    'fixer-and-officer',
    '兼十一',
    { role: 'officer', at: 'east' },
    { role: 'fixer', at: 'zeneng', enterprise: 'zeneng' },
  ),
  person('worker-wang', '王工友'),
  person('worker-li', '李工友'),
]

/** Every calling with somebody who holds it over the hazards of 泽能机械. */
export const cast = {
  officer: 'east-officer',
  fixer: 'zeneng-fixer',
  regulator: 'regulator',
  reporter: 'worker-wang',
  stranger: 'worker-li',
} as const

/** A picture that went through everything. */
export const cleanPhoto = (fileId: string, at: Date): HazardPhoto => ({
  ...{ fileId, check: 'pass', clean: true, original: null, trace: null, at },
})

const spotsOf = (state: HazardState, firm: HazardDoc['enterprise'], under: string[], booth: string | null) =>
  isOver(state) ? [] : [...(firm ? [`e.${firm.id}`] : []), ...(booth ? [`b.${booth}`] : []), `n.${under.at(-1) ?? ''}`]

/** A whole hazard document in any state, at 泽能机械 unless said otherwise; `number` must differ among the accepted. */
export const hazardDocument = (options: HazardOptions = {}): HazardDoc => {
  const {
    id: _id = hazardId('one'),
    state = 'reported',
    number = 1,
    createdAt = new Date('2026-06-01T02:00:00Z'),
  } = options
  const { identity = 'named', owner = 'worker-wang', kind = 'electric', under = east, overdue = false } = options
  const { words = '配电箱门敞开，电线外皮破损', place = '二号车间', boothId: booth = null, dueAt } = options
  const about = { id: enterpriseId('zeneng'), name: '泽能机械', nodeId: nodeId('zeneng') }
  const firm = options.enterprise === undefined ? about : options.enterprise
  const code = receiptCode(_id)
  const events = eventsOf(state, createdAt)
  const has = (act: string) => route[state].includes(act)
  const serial = has('accept') ? `青泽-2026-${String(number).padStart(5, '0')}` : null
  const answered = new Date(createdAt.getTime() + 3 * day)
  const after = cleanPhoto(`cloud://local-ankang.x/hazard/${_id}/after/1.jpg`, answered)
  const answer = {
    words: '已更换电线并加锁',
    photos: [after],
    at: answered,
    by: personId('zeneng-fixer'),
    openid: 'zeneng-fixer',
  }
  const texts = { code, serial, unit: firm?.name ?? null, place, words }
  const fixing = fixingOf(state, has('plan'), createdAt, options)
  return {
    ...{ _id, state, version: events.length - 1, under, subject: `隐患 ${serial ?? code}`, seq: events.length, events },
    ...{
      head: events.at(-1)?.hash ?? chainStart,
      outbox: [],
      outboxAt: null,
      createdAt,
      updatedAt: events.at(-1)?.at ?? createdAt,
    },
    ...{ code, serial, serialKey: serial ? `2026.${String(number).padStart(7, '0')}` : `.${_id}`, wordsCheck: 'pass' },
    ...{
      node: { id: under.at(-1) ?? '', name: '东原区总工会' },
      enterprise: firm,
      boothId: booth,
      place,
      words,
      wish: null,
    },
    ...{
      kind,
      grade: has('accept') ? (options.grade ?? 'general') : null,
      identity,
      owner: identity === 'anonymous' ? null : owner,
      keyMark: null,
    },
    ...{
      photos: [],
      opened: [],
      reason: has('decline') ? '不属于安全隐患' : null,
      suggestion: has('assign') ? '建议更换' : null,
    },
    ...{ hiddenFrom: options.hiddenFrom ?? [], hands: has('assign') ? [personId('zeneng-fixer')] : [] },
    fixer: has('assign') ? { personId: personId('zeneng-fixer'), openid: 'zeneng-fixer', name: '冯八' } : null,
    ...{
      fixingFor: has('assign') ? (firm?.id ?? null) : null,
      fixRank: state === 'closed' ? 2 : state === 'answered' ? 1 : 0,
    },
    dueAt: has('assign') ? (dueAt ?? new Date('2026-06-20T15:59:59.999Z')) : null,
    ...{ danger: false, urgent: 0, joiners: [], joins: 0, mergedInto: null, spoken: null },
    ...{ followers: identity === 'anonymous' || !owner ? [] : [owner], spots: spotsOf(state, firm, under, booth) },
    ...fixing,
    ...{ overdue, answer: has('answer') ? answer : null, clockAt: null, tell: null, traces: [] },
    ...{ shelves: shelvesOf({ under, state, overdue, kind, ...fixing, enterprise: firm }), terms: hazardTerms(texts) },
  }
}

export const hazardLine = (options: HazardOptions = {}): Line => ({ c: 'hazards', d: hazardDocument(options) })

/** Lines as the local cloud reads them: dates in extended JSON. */
export const toSeed = (lines: readonly Line[]): unknown[] =>
  lines.map((line) => EJSON.serialize(line, { relaxed: true }) as unknown)

/** Documents as they stand in the database. */
export const readAll = async <T = HazardDoc>(
  cloud: Cloud,
  collectionName: string,
  filter: object = {},
): Promise<T[]> => {
  const query = EJSON.stringify(filter)
  const body = {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query,
    limit: 1000,
    envName: 'local-ankang',
  }
  const { data } = (await cloud.admin(body)) as { data: { list: string[] } }
  return data.list.map((text) => EJSON.parse(text) as T)
}

const outboxed = ['hazard_awards', 'hazard_objections', 'hazard_letters', 'hazard_joins'] as const

const waitingIn = async (cloud: Cloud) => {
  const inHazards = { $or: [{ outboxAt: { $ne: null } }, { tell: { $ne: null } }] }
  const lists = await Promise.all([
    readAll(cloud, 'hazards', inHazards),
    ...outboxed.map((name) => readAll(cloud, name, { outboxAt: { $ne: null } })),
  ])
  return lists.flat()
}

/** Runs the clock until nothing waits in hazard's outboxes and everybody has been told. */
export const settle = async (cloud: Cloud): Promise<void> => {
  let left: unknown
  for (let round = 0; round < 40; round++) {
    await cloud.tick('hazard')
    const waiting = await waitingIn(cloud)
    const leases = await readAll<{ until: Date }>(cloud, 'leases', { until: { $gt: new Date(0) } })
    if (waiting.length === 0 && leases.length === 0) return
    left = { waiting: waiting.map(({ _id, outboxAt }) => ({ _id, outboxAt })), leases: leases.length }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the outboxes never came to rest: ${JSON.stringify(left)}`)
}

/** A small JPEG with a place in its Exif. */
export const jpegWithPlace = (): Buffer => {
  const plain = encode({ width: 8, height: 8, data: Buffer.alloc(8 * 8 * 4, 120) }, 80).data
  const place = Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\0GPSLatitude 34.27 N', 'latin1')
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2])
  return Buffer.concat([plain.subarray(0, 2), head, place, plain.subarray(2)])
}
