// Two cities that differ in nothing but who reported, through the whole life of hazards: whatever reaches anybody but the
// reporters themselves must be the same, byte for byte. Then everything that touches an identity, asked by whoever may not.
import { writeFileSync } from 'node:fs'
import { deriveId } from 'types/ids'
import { hazardId, nodeId } from '../../support/factories/hazard'
import {
  at,
  awardId,
  day,
  first,
  listeners,
  listenThrough,
  own,
  questions,
  second,
  wrongKey,
  type Who,
} from '../../support/factories/identity-city'
import { figure } from '../../support/figure'
import { hear, loggedBy, type Question } from '../../support/listening'

const [here, there] = [await listenThrough(first), await listenThrough(second)]
const stuck = [here, there].flatMap((city) => city.stuck)
figure(
  'steps of the way that were refused',
  stuck.map((reply) => `${reply.slice(0, 45)} ${/message[^,]+/.exec(reply)?.[0] ?? ''}`).join('; ') || 'none',
  'none',
  stuck.length === 0,
)
const differing = here.heard.flatMap((reply, index) => (reply === there.heard[index] ? [] : [index]))
const answered = here.heard.filter((reply) => reply.includes('\\"ok\\":true')).length
figure(
  'replies and files compared',
  `${here.heard.length}, ${answered} of them answered`,
  'at least 4000',
  here.heard.length >= 4000,
)
const named = differing.slice(0, 5).map((index) => here.heard[index]?.slice(0, 60))
figure(
  'replies and files that differ with who reported',
  [differing.length, ...named].join(' '),
  '0',
  differing.length === 0,
)
if (process.env.SHOW)
  writeFileSync(
    process.env.SHOW,
    JSON.stringify(
      differing.map((index) => [here.heard[index], there.heard[index]]),
      null,
      1,
    ),
  )

const secretsOf = ({ openid, name, phone, speaker, spokenPhone, key }: Who) => [
  ...[openid, name, phone, speaker, spokenPhone, key],
]
const telling = [here, there].flatMap(({ heard, who }) =>
  heard.filter((reply) => secretsOf(who).some((secret) => reply.includes(secret))),
)
figure(
  'replies that hold an openid, a name, a phone or a key of theirs',
  `${telling.length}`,
  '0',
  telling.length === 0,
)

const actions = new Set([...questions.map(([, action]) => action), 'accept', 'assign', 'close', 'printLetter', 'merge'])
const [lines, otherLines] = [loggedBy(here.cloud, actions), loggedBy(there.cloud, actions)]
const logged = [here, there].filter(({ cloud, who }) =>
  secretsOf(who).some((secret) => cloud.printed().includes(secret)),
)
figure(
  'lines the functions printed about these calls',
  `${lines.length} and ${otherLines.length}, ${logged.length} cities with one of theirs in it`,
  'the same, none',
  JSON.stringify(lines) === JSON.stringify(otherLines) && logged.length === 0,
)
await there.cloud.stop()

// Whoever may not, and everything that could lead to a name.
const { cloud, who } = here
const barred = listeners.filter((openid) => !['east-officer', 'east-deputy', 'city-officer'].includes(openid))
const joinId = deriveId('identity', 'join')
const again = { place: '二号车间', photos: [], kind: 'machine', identity: 'hidden', ...at }
const attempts: Question[] = [
  ...[own, 'spoken', 'nameless', 'dup'].flatMap((name): Question[] => {
    const id = hazardId(name)
    return [
      ['hazard', 'openIdentity', { id, reason: '核实' }],
      ['hazard', 'openIdentity', { id, reason: '核实', of: hazardId('dup') }],
      ['hazard', 'openIdentity', { id: hazardId('named'), reason: '核实', of: joinId }],
      ['hazard', 'view', { id }],
      ['hazard', 'track', { id, ...wrongKey }],
      ['hazard', 'noteCall', { id, hotline: '12350', calledOn: day, ...wrongKey }],
      ['hazard', 'reopen', { id, version: 1, reason: '看看', photos: [], ...wrongKey }],
      ['hazard', 'report', { _id: id, ...again, words: '冲床没有防护罩，手能伸进去' }],
      ['hazard', 'reportFor', { _id: id, ...again, words: '行车吊钩没有防脱装置', name: '石老根', ...wrongKey }],
      ['hazard', 'namePublicly', { id, name: 'surname' }],
      ['desk', 'verify', { subjectId: id }],
    ]
  }),
  ['hazard', 'join', { _id: joinId, id: hazardId('named'), identity: 'anonymous', ...wrongKey }],
  ['hazard', 'deliver', { from: 'org', items: [{ id: 'x', kind: 'erase', payload: { openid: who.openid } }] }],
  ['hazard', 'awardSignOff', { id: awardId, reason: '看看' }],
  ['desk', 'backup', { _id: deriveId('identity', 'backup') }],
  ['desk', 'backups', {}],
  ['org', 'people', { nodeId: nodeId('east') }],
]
// What is nobody's name: a right to read one's own trail, an officer's staff.
const harmless = new Set(['verify', 'people', 'backup', 'backups'])
let tried = 0
const through: string[] = []
for (const openid of barred)
  for (const question of attempts) {
    tried += 1
    const reply = await hear(cloud, openid, question)
    const opened = reply.includes('\\"ok\\":true') && !harmless.has(question[1])
    const names_ = secretsOf(who).some((secret) => reply.includes(secret))
    if (names_ || (opened && !(openid === 'leader' && question[1] === 'reportFor'))) through.push(reply.slice(0, 160))
  }
figure(
  'attempts to learn who it was, by whoever may not',
  `${tried} tried, ${through.length} got through`,
  '0',
  through.length === 0,
)
const entitled = await cloud.call<{ name: string }>(
  'hazard',
  'openIdentity',
  { id: hazardId(own), reason: '核实奖励' },
  'east-officer',
)
figure('who may, does', entitled.name, who.name, entitled.name === who.name)
await cloud.stop()
