import { createWriteStream, mkdtempSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { NodeCore } from 'types/documents'
import { hazardAt, hazardOf, movingCity, movingLines, movingNow } from './moving'
import { atRest, boothDoc, enterpriseDoc, grantOf, nodeDoc, personDoc, seedLine, type SeedLine } from './org'

const { root, north, south, street, quay } = movingCity
const plants = Array.from({ length: 40 }, (_, n) =>
  nodeDoc({ name: `柳桥第 ${n + 1} 厂工会`, type: 'enterprise', parent: street }),
)
const firms = plants.map((plant, n) => enterpriseDoc(`柳桥第 ${n + 1} 厂`, plant))
const booth = boothDoc(street, { name: '柳桥广场展台' })

const date = new Date(movingNow)

const applicationAt = (node: NodeCore, n: number) => ({
  ...atRest('submitted', '志愿者申请', date),
  ...{ _id: deriveId('crowd-application', String(n)), openid: `wx-applicant-${n}`, liveKey: `wx-applicant-${n}` },
  ...{ idMark: `mark-${n}`, personal: null, specialties: [], generalVolunteer: false, frontLine: false, priority: 0 },
  ...{ node: { id: node._id, name: node.name }, under: node.under, unionUnder: node.under, regulator: null },
  ...{ unionOpinion: null, regulatorOpinion: null, unionReviewers: [], regulatorReviewers: [], consents: [] },
  ...{ textCheck: 'pass', submittedAt: date, enrolledAt: null, eraseAt: null, deskId: null },
})

const eventAt = (node: NodeCore, n: number) => ({
  ...{ _id: `${deriveId('crowd-event', String(n))}.1`, subjectId: deriveId('crowd-event', String(n)), subject: '隐患' },
  ...{ kind: 'hazards', under: node.under, seq: 1, at: new Date(date.getTime() - n * 1000), by: 'reporter', name: '' },
  ...{ verb: '上报隐患', act: 'create', from: '', to: 'reported', data: {}, hash: '0'.repeat(64) },
})

const personAt = (n: number) => {
  const plant = plants[n % plants.length] as NodeCore
  const firm = firms[n % firms.length]
  const openid = `wx-crowd-${n}`
  if (n % 10 === 0)
    return personDoc({
      openid,
      name: `人${n}`,
      grants: [{ ...grantOf('team-leader', plant), id: deriveId('held', openid) }],
    })
  if (n % 10 === 1) return { ...personDoc({ openid, boothUnder: booth.under }), booths: [booth._id] }
  return personDoc({ openid, unit: firm })
}

type Made = { id: string; node: NodeCore; state: string; at: number }

const bySight = (nodeId: string, tree: 'old' | 'new') => (one: Made) => {
  const under = one.node.under.includes(street._id)
    ? [root._id, (tree === 'old' ? north : south)._id, ...one.node.under.slice(2)]
    : one.node.under
  return under.includes(nodeId)
}

const writeTo = async (file: string, lines: Iterable<SeedLine>) => {
  const stream = createWriteStream(file)
  for (const line of lines) if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

/** Of ten records seven are hazards, two events, one an application; a tenth as many again stay in the north. */
function* linesOf(records: number, people: number, made: Made[]): Generator<SeedLine> {
  yield* movingLines(0)
  for (const doc of plants) yield seedLine('nodes', doc)
  for (const doc of firms) yield seedLine('enterprises', doc)
  yield seedLine('booths', booth)
  const hazardOn = (node: NodeCore, n: number) => {
    const doc = hazardAt(node, n)
    made.push({ id: doc._id, node, state: doc.state, at: doc.createdAt.getTime() })
    return seedLine('hazards', {
      ...doc,
      serial: null,
      serialKey: `.${doc._id}`,
      dueAt: null,
      clockAt: null,
      progressDueAt: null,
      recheckAt: null,
    })
  }
  for (let n = 0; n < records; n++) {
    const node = plants[n % plants.length] as NodeCore
    const kind = n % 10
    if (kind < 7) yield hazardOn(node, n)
    else if (kind < 9) yield seedLine('events', eventAt(node, n))
    else yield seedLine('applications', applicationAt(node, n))
  }
  for (let n = 0; n < records / 10; n++) yield hazardOn(quay, n)
  for (let n = 0; n < people; n++) yield seedLine('people', personAt(n))
}

export type MovingCrowd = Awaited<ReturnType<typeof movingCrowd>>

/** The city of the moving street with so many records and people in the street. */
export const movingCrowd = async (records: number, people: number) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'moving-')), 'seed.ndjson')
  const made: Made[] = []
  await writeTo(file, linesOf(records, people, made))
  const closed = made.filter(({ state }) => state === 'closed').sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const lists = new Map<string, string[]>()
  const listOf = (tree: 'old' | 'new', nodeId: string) => {
    const key = `${tree} ${nodeId}`
    const ids = lists.get(key) ?? closed.filter(bySight(nodeId, tree)).map(({ id }) => id)
    lists.set(key, ids)
    return ids
  }
  const isMoved = ({ node }: Made) => node.under.includes(street._id)
  return {
    ...{ file, records, people, boothId: booth._id, hazardOf },
    pages: (nodeId: string, size: number) => Math.ceil(listOf('old', nodeId).length / size),
    closedPage: (tree: 'old' | 'new', nodeId: string, page: number, size: number) =>
      listOf(tree, nodeId).slice((page - 1) * size, page * size),
    movedClosed: closed.filter(isMoved).map(({ id }) => id),
    toAccept: made.filter((one) => isMoved(one) && one.state === 'reported').map(({ id }) => id),
    sees: (tree: 'old' | 'new', nodeId: string) =>
      [root._id, street._id, (tree === 'old' ? north : south)._id].includes(nodeId),
    move: { _id: deriveId('move', 'crowd'), nodeId: street._id, fromId: north._id, toId: south._id },
    report: (n: number) => ({
      ...{
        _id: deriveId('crowd-report', String(n)),
        words: '配电箱门敞开，电线外皮破损',
        place: '二号车间',
        kind: 'electric',
      },
      ...{ identity: 'named', boothId: booth._id, photos: [] },
    }),
  }
}
