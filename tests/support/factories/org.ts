import { deriveId } from 'types/ids'
import type { EnterpriseCore, NodeCore, PersonDocumentCore } from 'types/documents'
import type { Grant } from 'types/org'
import { reachOf } from 'types/reach'
import { searchTerms } from 'types/text-similarity'
import type { Cloud } from '../cloud'

/** One document of one collection, as a seed file holds it. */
export type SeedLine = { c: string; d: Record<string, unknown> }

export const longAgo = new Date('2026-01-05T01:00:00.000Z')

/** Dates as the database's extended JSON writes them. */
const toEjson = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (Array.isArray(value)) return value.map(toEjson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toEjson(part)]))
}

export const seedLine = (c: string, d: object): SeedLine => ({ c, d: toEjson(d) as Record<string, unknown> })

/** Fields of an aggregate whose events are all archived. */
export const atRest = (state: string, subject: string, at = longAgo) => ({
  ...{ state, version: 0, subject, seq: 0, head: '0'.repeat(64), events: [], outbox: [], outboxAt: null },
  ...{ createdAt: at, updatedAt: at },
})

type NodeWish = {
  name: string
  type?: NodeCore['type']
  parent?: NodeCore
  authority?: NodeCore['authority']
  managers?: number
  serves?: NodeCore
}

export const nodeDoc = (wish: NodeWish): NodeCore & ReturnType<typeof atRest> => {
  const { name, type = 'geographic', parent, authority = 'union', managers = 0, serves } = wish
  const _id = deriveId('node', name)
  const under = [...(parent?.under ?? []), _id]
  return {
    ...atRest('active', name),
    ...{ _id, parentId: parent?._id ?? null, type, authority, name, terms: searchTerms(name), under, managers },
    ...{ path: under.map((id) => `/${id}`).join(''), depth: under.length - 1, serves: serves?._id ?? null },
  }
}

export const enterpriseDoc = (
  name: string,
  node: NodeCore,
  facts: Partial<Pick<EnterpriseCore, 'flags' | 'hasUnion' | 'workers' | 'industry'>> = {},
): EnterpriseCore & ReturnType<typeof atRest> => ({
  ...atRest('active', `企业「${name}」`),
  ...{ _id: deriveId('enterprise', name), nodeId: node._id, nodeName: node.name, under: node.under, name },
  ...{ terms: searchTerms(name), industry: '机械制造', hasUnion: true, workers: 120, teams: 6 },
  flags: { highRisk: true, nonPublic: true, small: false },
  ...facts,
})

export const grantOf = (role: Grant['role'], node: NodeCore, enterprise?: EnterpriseCore) => ({
  ...{ id: deriveId('grant', role, node._id, enterprise?._id ?? ''), role, nodeId: node._id, nodeName: node.name },
  ...{ authority: node.authority, enterpriseId: enterprise?._id ?? null, under: node.under },
  ...{ since: longAgo, by: 'seed' },
})

type PersonWish = {
  openid: string
  name?: string | null
  grants?: PersonDocumentCore['grants']
  unit?: EnterpriseCore
  boothUnder?: string[]
  volunteerUnder?: string[]
}

export const personIdOf = (openid: string) => deriveId('person', openid)

export const personDoc = ({
  openid,
  name = null,
  grants = [],
  unit,
  boothUnder = [],
  volunteerUnder = [],
}: PersonWish) => {
  const sources = { grants, unitUnder: unit?.under ?? [], boothUnder, volunteerUnder }
  return {
    ...{ _id: openid, personId: personIdOf(openid), version: 0, name, phone: null, phoneSealed: null },
    ...{ phoneProof: null, unit: unit ? { id: unit._id, name: unit.name, verified: false } : null },
    ...{ booths: [], visits: [], formerGrants: [], ...sources, ...reachOf(sources) },
    ...{ outbox: [], outboxAt: null, createdAt: longAgo, updatedAt: longAgo },
  }
}

type BoothWish = { name?: string; enterprise?: EnterpriseCore; campaignId?: string; state?: 'open' | 'closed' }

export const boothDoc = (node: NodeCore, wish: BoothWish = {}) => {
  const { name = '中心广场展台', enterprise, campaignId = null, state = 'open' } = wish
  return {
    ...atRest(state, `展台「${name}」`),
    ...{ _id: deriveId('booth', name), nodeId: node._id, nodeName: node.name, under: node.under, name },
    ...{ place: '中心广场东门', task: 'quiz', closesAt: null, code: null, campaignId },
    enterprise: enterprise ? { id: enterprise._id, name: enterprise.name } : null,
  }
}

const root = nodeDoc({ name: '安宁市总工会', managers: 2 })
const east = nodeDoc({ name: '东河区总工会', parent: root, managers: 2 })
const west = nodeDoc({ name: '西山区总工会', parent: root, managers: 1 })
const zeneng = nodeDoc({ name: '泽能机械工会', type: 'enterprise', parent: east })
const team = nodeDoc({ name: '铸造一班', type: 'team', parent: zeneng })
const bureau = nodeDoc({ name: '安宁市应急管理局', authority: 'regulator', serves: root, managers: 1 })
const eastBureau = nodeDoc({
  name: '东河区应急管理局',
  authority: 'regulator',
  parent: bureau,
  serves: east,
  managers: 1,
})

const factory = enterpriseDoc('泽能机械制造有限公司', zeneng)
const paper = enterpriseDoc('西山纸业有限公司', west, { flags: { highRisk: false, nonPublic: true, small: true } })

/** A small city with two unions, one enterprise each, two regulators and one person in every role. Openids are the keys. */
export const city = {
  nodes: { root, east, west, zeneng, team, bureau, eastBureau },
  enterprises: { factory, paper },
  people: {
    admin: personDoc({ openid: 'wx-admin', name: '甲管理', grants: [grantOf('officer', root)] }),
    admin2: personDoc({ openid: 'wx-admin2', name: '乙管理', grants: [grantOf('officer', root)] }),
    east1: personDoc({ openid: 'wx-east1', name: '东一', grants: [grantOf('officer', east)] }),
    east2: personDoc({ openid: 'wx-east2', name: '东二', grants: [grantOf('officer', east)] }),
    west1: personDoc({ openid: 'wx-west1', name: '西一', grants: [grantOf('officer', west)] }),
    regulator: personDoc({ openid: 'wx-regulator', name: '监管甲', grants: [grantOf('regulator', eastBureau)] }),
    fixer: personDoc({ openid: 'wx-fixer', name: '整改甲', grants: [grantOf('fixer', zeneng, factory)] }),
    leader: personDoc({ openid: 'wx-leader', name: '班长甲', grants: [grantOf('team-leader', team)] }),
    worker: personDoc({ openid: 'wx-worker', name: '工人甲', unit: factory }),
  },
} as const

/** The city as lines of a seed file; the grants of two people in one role differ in their ids. */
export const cityLines = (): SeedLine[] => [
  ...Object.values(city.nodes).map((doc) => seedLine('nodes', doc)),
  ...Object.values(city.enterprises).map((doc) => seedLine('enterprises', doc)),
  ...Object.values(city.people).map((doc) =>
    seedLine('people', {
      ...doc,
      grants: doc.grants.map((grant) => ({ ...grant, id: grantIdOf(doc._id, grant.role) })),
    }),
  ),
]

export const grantIdOf = (openid: string, role: string) => deriveId('held-grant', openid, role)

/** Environment of the functions in tests: keys of nobody. */
export const orgEnv = {
  SENSITIVE_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  HMAC_KEY: Buffer.alloc(32, 9).toString('base64'),
  DRAW_SECRET: 'a draw secret of the tests',
  FIRST_ADMINISTRATOR_SECRET: 'first-secret-of-the-tests',
  MINIPROGRAM_STATE: 'developer',
}

/** Documents of a collection as the database holds them (plain extended JSON), by a MongoDB filter. */
export const readDocuments = async (
  cloud: Pick<Cloud, 'admin'>,
  collectionName: string,
  filter: object = {},
): Promise<Record<string, unknown>[]> => {
  const reply = await cloud.admin({
    ...{ action: 'database.getDocument', collectionName, queryType: 'WHERE', limit: 1000 },
    ...{ envName: 'local-ankang', query: JSON.stringify(filter) },
  })
  const { list } = (reply as { data: { list: string[] } }).data
  return list.map((text) => JSON.parse(text) as Record<string, unknown>)
}

export type DeliveryItem = { id: string; kind: string; payload: Record<string, unknown> }

/** Hands items to a function as another function does; gives the ids it accepted. */
export const deliverTo = async (
  cloud: Pick<Cloud, 'admin'>,
  name: string,
  items: DeliveryItem[],
  from = 'hazard',
): Promise<string[]> => {
  const request_data = JSON.stringify({ action: 'deliver', input: { from, items } })
  const reply = await cloud.admin({ action: 'functions.invokeFunction', function_name: name, request_data })
  const { response_data } = (reply as { data: { response_data: string } }).data
  return (JSON.parse(response_data) as { data: { accepted: string[] } }).data.accepted
}

/** Lets a function's timer run until nothing waits in the outboxes of these collections (a nudged drainer may hold the lease). */
export const drained = async (cloud: Pick<Cloud, 'admin' | 'tick'>, name: string, collections: readonly string[]) => {
  for (let round = 0; round < 40; round++) {
    await cloud.tick(name)
    const waiting = await Promise.all(
      collections.map((each) => readDocuments(cloud, each, { outboxAt: { $ne: null } })),
    )
    if (waiting.flat().length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`outboxes of ${collections.join()} are not empty`)
}

/** Dates of the database's extended JSON as Dates. */
export const fromEjson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fromEjson)
  if (typeof value !== 'object' || value === null) return value
  if ('$date' in value) {
    const { $date: date } = value as { $date: number | string | { $numberLong: string } }
    return new Date(typeof date === 'object' ? Number(date.$numberLong) : date)
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromEjson(part)]))
}
