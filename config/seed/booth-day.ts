import { deriveId } from 'types/ids'
import { carrierKey, countAtBooth, type VisitField } from 'types/visit-source'
import type { City } from './city'
import { openDice } from './dice'
import type { Person } from './people'
import type { Node } from './tree'
import { trail } from './trail'

const title = '安全生产月广场宣传日'
const batchId = deriveId('seed-batch', title)

type Plan = [name: string, place: string, task: 'home' | 'quiz' | 'hazard' | 'volunteer', visitors: number]
const plans: readonly Plan[] = [
  ['广场东门', '中心广场东门岗亭旁', 'quiz', 46],
  ['广场西门', '中心广场西门公交站', 'quiz', 31],
  ['地铁口', '中心广场站 2 号口', 'home', 58],
  ['工会服务站', '中心广场工会户外劳动者服务站', 'volunteer', 19],
  ['建设工地门口', '中心广场二期工地大门', 'hazard', 24],
  ['商场连廊', '中心商场一楼连廊', 'home', 37],
]

/** Out of a hundred visitors of a day, how many come in each hour: on the way to work, at noon, after work. */
const shares: Record<number, number> = {
  8: 9,
  9: 12,
  10: 10,
  11: 13,
  12: 16,
  13: 7,
  14: 6,
  15: 6,
  16: 7,
  17: 10,
  18: 4,
}
const hours = Object.entries(shares).map(([hour, share]) => [Number(hour), share] as const)

/** Who counts what, and how many of a hundred visitors come so far. */
const steps: readonly [domain: string, stage: VisitField, percent: number][] = [
  ['quiz', 'players', 26],
  ['hazard', 'reports', 9],
  ['volunteer', 'applications', 4],
  ['notice', 'consents', 31],
]

const dice = openDice('booth-day')

const count = (city: City, domain: string, id: string, stage: VisitField, at: Date) => {
  for (const { key, field, by } of countAtBooth(id, stage, at)) city.count(domain, key, field, by)
}

const visit = (city: City, id: string, at: Date) => {
  count(city, 'org', id, 'scans', at)
  if (dice.chance(18)) count(city, 'org', id, 'scans', at)
  count(city, 'org', id, 'people', at)
  for (const [domain, stage, percent] of steps) if (dice.chance(percent)) count(city, domain, id, stage, at)
}

const putVisits = (city: City, id: string, visitors: number) => {
  for (const [days, last] of [
    [-2, 18],
    [-1, 18],
    [0, 10],
  ] as const)
    for (const [hour, share] of hours.filter(([hour]) => hour <= last)) {
      const people = Math.round((visitors * share * dice.between(70, 130)) / 12_000)
      for (let one = 0; one < people; one++) visit(city, id, city.at(days, hour))
    }
}

const putPlace = (city: City, node: Node, by: Person, campaignId: string, [name, place, task, visitors]: Plan) => {
  const _id = deriveId('batch-booth', batchId, name)
  const birth = { act: 'create', to: 'open', at: city.at(-4, 15), by: by.personId, name: by.name, verb: '批量新建展台' }
  city.add('booths', {
    ...trail(city, { collection: 'booths', _id, under: node.under, subject: `展台「${name}」` }, [birth]),
    ...{ nodeId: node._id, nodeName: node.name, name, place, campaignId, task, closesAt: null, code: null },
    ...{ enterprise: null, leads: null, batch: { id: batchId, title } },
  })
  putVisits(city, _id, visitors)
}

/** A batch of six booths on a square, with the curve of two days and a morning. */
export const putBoothDay = (city: City, node: Node, by: Person, campaignId: string) => {
  const birth = { act: 'create', to: 'made', at: city.at(-4, 15), by: by.personId, name: by.name, verb: '批量新建展台' }
  city.add('booth_batches', {
    ...trail(city, { collection: 'booth_batches', _id: batchId, under: node.under, subject: `一批展台「${title}」` }, [
      birth,
    ]),
    ...{ nodeId: node._id, nodeName: node.name, title, task: 'home', campaignId, booths: plans.length, by: by.name },
  })
  for (const plan of plans) putPlace(city, node, by, campaignId, plan)
}

/** What the own codes of officers and enrolled volunteers led to. */
export const putCarriers = (city: City, people: readonly (Person & { volunteerUnder: readonly string[] })[]) => {
  const shown = openDice('carriers')
  for (const { personId, grants, volunteerUnder } of people) {
    if (volunteerUnder.length === 0 && !grants.some(({ role }) => role === 'officer')) continue
    const came = shown.below(24)
    const key = carrierKey(personId)
    city.count('org', key, 'people', came)
    city.count('org', key, 'scans', came + shown.below(4))
    for (const [domain, stage, percent] of steps) city.count(domain, key, stage, Math.floor((came * percent) / 100))
  }
}
