import { deriveId } from 'types/ids'
import type { NodeCore } from 'types/documents'
import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { hazardDocument } from './hazard'
import {
  atRest,
  boothDoc,
  enterpriseDoc,
  grantOf,
  longAgo,
  nodeDoc,
  orgEnv,
  personDoc,
  seedLine,
  type SeedLine,
} from './org'

/** Platform time a move is tried at. */
export const movingNow = '2026-06-10T02:00:00.000Z'

const root = nodeDoc({ name: '长泽市总工会', managers: 2 })
const north = nodeDoc({ name: '北岸区总工会', parent: root, managers: 1 })
const south = nodeDoc({ name: '南岸区总工会', parent: root, managers: 1 })
const street = nodeDoc({ name: '柳桥街道总工会', parent: north, managers: 1 })
const quay = nodeDoc({ name: '码头街道总工会', parent: north })
const plant = nodeDoc({ name: '汇新电机厂工会', type: 'enterprise', parent: street, managers: 1 })
const shop = nodeDoc({ name: '绕线车间', type: 'workshop', parent: plant })
const bureau = nodeDoc({ name: '长泽市应急管理局', authority: 'regulator', serves: root, managers: 1 })
const northBureau = nodeDoc({ name: '北岸区应急管理局', authority: 'regulator', parent: bureau, serves: north })

/** A city of two districts; the street with its plant moves from the north to the south. */
export const movingCity = { root, north, south, street, quay, plant, shop, bureau, northBureau }
export const lineOf = (node: NodeCore) => node.under

const motor = enterpriseDoc('汇新电机厂', plant)
const bakery = enterpriseDoc('柳桥面包房', street)
const ferry = enterpriseDoc('码头轮渡公司', quay)
const stall = boothDoc(street, { name: '柳桥展台' })
const pier = boothDoc(quay, { name: '码头展台' })

const officer = (openid: string, name: string, node: NodeCore) =>
  personDoc({ openid, name, grants: [{ ...grantOf('officer', node), id: deriveId('held', openid) }] })

const people = [
  officer('wx-root', '甲一', root),
  officer('wx-north', '北一', north),
  officer('wx-south', '南一', south),
  officer('wx-street', '柳一', street),
  officer('wx-plant', '汇一', plant),
  personDoc({
    openid: 'wx-two-seats',
    name: '兼一',
    grants: [grantOf('officer', plant), grantOf('team-leader', quay)],
  }),
  personDoc({ openid: 'wx-bureau', name: '监一', grants: [grantOf('regulator', northBureau)] }),
  personDoc({ openid: 'wx-fixer', name: '改一', grants: [grantOf('fixer', plant, motor)] }),
  personDoc({ openid: 'wx-worker', name: '工一', unit: motor }),
  {
    ...personDoc({ openid: 'wx-both', boothUnder: [...new Set([...stall.under, ...pier.under])] }),
    booths: [stall._id, pier._id],
  },
  { ...personDoc({ openid: 'wx-stall', boothUnder: stall.under }), booths: [stall._id] },
  personDoc({ openid: 'wx-volunteer', volunteerUnder: street.under }),
]

const states = ['reported', 'accepted', 'assigned', 'fixing', 'answered', 'closed'] as const

export const hazardOf = (node: NodeCore, n: number) => deriveId('moving-hazard', node._id, String(n))

/** The n-th hazard of a node, in one of six states. */
export const hazardAt = (node: NodeCore, n: number) => ({
  ...hazardDocument({
    ...{ id: hazardOf(node, n), state: states[n % states.length], under: [...node.under] },
    ...{ number: n * 10 + node.depth, createdAt: new Date(Date.parse(movingNow) - n * 60_000 - node.depth) },
    enterprise: { id: motor._id, name: motor.name, nodeId: plant._id } as never,
  }),
  ...{ node: { id: node._id, name: node.name }, serialKey: `2026.${node._id}.${n}` },
})

const eventAt = (node: NodeCore, n: number) => ({
  ...{
    _id: `${hazardOf(node, n)}.1`,
    subjectId: hazardOf(node, n),
    subject: '隐患',
    kind: 'hazards',
    under: node.under,
  },
  ...{ seq: 1, at: new Date(Date.parse(movingNow) - n * 60_000), by: 'reporter', name: '', verb: '上报隐患' },
  ...{ act: 'create', from: '', to: 'reported', data: {}, hash: '0'.repeat(64) },
})

const inviteAt = (node: NodeCore) => ({
  ...atRest('open', `邀请${node.name}`, new Date(movingNow)),
  ...{ _id: deriveId('moving-invite', node._id), under: node.under, nodeId: node._id, nodeName: node.name },
  ...{ authority: 'union', role: 'officer', enterpriseId: null, inviterId: deriveId('person', 'wx-root') },
  ...{ invitedBy: '甲一', acceptedBy: null, expiresAt: new Date('2026-06-17T02:00:00Z') },
})

const campaignAt = (node: NodeCore) => ({
  ...atRest('open', `闯关活动「${node.name}」`, longAgo),
  ...{ _id: deriveId('moving-campaign', node._id), nodeId: node._id, under: node.under, title: node.name, slogan: '' },
  ...{ opensAt: longAgo, closesAt: new Date('2026-12-31T00:00:00Z'), levels: 1, players: 0, papers: 0, passed: 0 },
  ...{ rules: null, isShort: false },
})

/** An application that waits for the district's word. */
export const waitingApplication = {
  ...atRest('submitted', '志愿者申请', new Date(movingNow)),
  ...{ _id: deriveId('moving-application'), openid: 'wx-applicant', liveKey: 'wx-applicant', idMark: 'mark' },
  ...{ personal: null, specialties: [], generalVolunteer: true, enteredGeneral: true, frontLine: false, priority: 0 },
  ...{ node: { id: street._id, name: street.name }, under: street.under, unionUnder: street.under, regulator: null },
  ...{ qualifier: { id: north._id, name: north.name }, deskId: north._id, deskName: north.name },
  ...{ stageAt: new Date(movingNow), remindAt: null, told: 3, returnedFrom: null, firstOpinion: null },
  ...{ rostered: null, leaving: null, unionOpinion: null, regulatorOpinion: null, unionReviewers: [] },
  ...{ regulatorReviewers: [], consents: [], textCheck: 'pass', submittedAt: new Date(movingNow), enrolledAt: null },
  ...{ eraseAt: null, team: null },
}

/** Hazards and their events at a node, `count` of each. */
export const hazardLines = (node: NodeCore, count: number): SeedLine[] =>
  Array.from({ length: count }, (_, n) => [
    seedLine('hazards', hazardAt(node, n)),
    seedLine('events', eventAt(node, n)),
  ]).flat()

export const movingLines = (each = 6): SeedLine[] => [
  ...Object.values(movingCity).map((doc) =>
    seedLine('nodes', { ...doc, qualifies: [north._id, south._id].includes(doc._id) }),
  ),
  seedLine('applications', waitingApplication),
  ...[motor, bakery, ferry].map((doc) => seedLine('enterprises', doc)),
  ...[stall, pier].map((doc) => seedLine('booths', doc)),
  ...people.map((doc) => seedLine('people', doc)),
  ...[street, quay, plant, shop].flatMap((node) => hazardLines(node, each)),
  ...[street, quay].map((node) => seedLine('invites', inviteAt(node))),
  ...[street, quay].map((node) => seedLine('campaigns', campaignAt(node))),
]

export const movingEnv = orgEnv

export const rooms = ['org', 'volunteer', 'quiz', 'hazard', 'notice', 'desk'] as const

/** Lets the timers of all functions run, a minute each, until no subtree is on its way. */
export const followed = async (cloud: Cloud, most = 30): Promise<number> => {
  for (let minute = 1; minute <= most; minute++) {
    await cloud.clock({ advanceMs: 60_000 })
    for (const room of rooms) await cloud.tick(room)
    await cloud.rest()
    if ((await rawDocuments(cloud, 'tree_moves')).length === 0) return minute
  }
  throw new Error('the move did not come to its end')
}
