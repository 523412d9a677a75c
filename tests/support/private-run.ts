import { deriveId } from 'types/ids'
import type { Cloud } from './cloud'
import { apply, backUp, drained } from './factories/desk'
import { applicationId, idCard, idOf } from './factories/volunteer'
import { enrolledLine, numberOf, phoneOf, type Enrolled } from './factories/volunteer-enrolled'

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const given = '清和明远若水长风云舒知秋'

/** Invented volunteers, each with a number, a phone and a name of his own. */
export const volunteersOf = (count: number): Enrolled[] =>
  Array.from({ length: count }, (_, index) => ({
    openid: `volunteer-${index}`,
    name: `${surnames.charAt(index % 20)}${given.charAt(index % 12)}${given.charAt((index * 7 + 5) % 12)}`,
    order: String(300 + index),
  }))

export const linesOf = (people: readonly Enrolled[]) => people.map((who) => enrolledLine(who))

/** Numbers nobody may read anywhere: of the seeded, of those who apply, and of a correction. */
export const numbersOf = (people: readonly Enrolled[], applicants: number): Set<string> =>
  new Set([
    ...people.flatMap((who) => [numberOf(who), phoneOf(who)]),
    ...Array.from({ length: applicants }, (_, index) => idCard('19900101', String(100 + index))),
    ...[idCard('19700101', '999'), '18900009999'],
  ])

/** Everything that was answered, but what is meant to hold a full number: the own look, a look with a reason. */
export type Replies = string[]

type Asking = { cloud: Cloud; replies: Replies }

const asker =
  ({ cloud, replies }: Asking) =>
  async <T>(fn: string, action: string, input: object, openid: string): Promise<T> => {
    const reply = await cloud.call<T>(fn, action, input, openid).catch((thrown: unknown) => {
      replies.push(String((thrown as Error).message))
      throw thrown
    })
    replies.push(JSON.stringify(reply))
    return reply
  }

const versionOf = async ({ cloud }: Asking, openid: string) =>
  (await cloud.call<{ data: { version: number } | null }>('volunteer', 'myData', {}, openid)).data?.version ?? 0

const look = async (at: Asking, people: readonly Enrolled[]) => {
  const ask = asker(at)
  for (const action of ['roster', 'queue', 'teamless', 'corrections', 'yearList'])
    await ask('volunteer', action, { nodeId: idOf('east') }, 'east-officer').catch(() => undefined)
  for (const { openid } of people) {
    await ask('volunteer', 'detail', { id: applicationId(openid) }, 'east-officer')
    await ask('volunteer', 'detail', { id: applicationId(openid) }, 'west-officer').catch(() => undefined)
    for (const action of ['mine', 'myData', 'myTeam', 'whoLooked']) await ask('volunteer', action, {}, openid)
  }
}

const correct = async (at: Asking, who: Enrolled) => {
  const ask = asker(at)
  const id = applicationId(who.openid)
  const change = { idCard: idCard('19700101', '999'), phone: '18900009999' }
  const asked = { id, version: await versionOf(at, who.openid), change, reason: '号码抄错' }
  const { version } = await ask<{ version: number }>('volunteer', 'askCorrection', asked, who.openid)
  await ask('volunteer', 'corrections', { nodeId: idOf('east') }, 'east-officer')
  const answer = { id, version, decision: 'confirm', words: '已核对' }
  await ask('volunteer', 'settleCorrection', answer, 'east-officer')
}

// Files that are marked and die after an hour; addresses are no numbers.
const takeOut = async ({ cloud }: Asking, people: readonly Enrolled[]) => {
  for (const { openid } of people) {
    const id = applicationId(openid)
    await cloud.call('volunteer', 'readIdCard', { id, reason: '核对名册' }, 'east-officer')
    await cloud.call('volunteer', 'readMyIdCard', { id, confirm: true }, openid)
    await cloud.call('volunteer', 'printForm', { id, reason: '存档' }, 'east-regulator')
    await cloud.call('volunteer', 'copyMyData', { _id: deriveId('copy', openid), id }, openid)
  }
}

const rosters = async ({ cloud, replies }: Asking) => {
  const ask = asker({ cloud, replies })
  const _id = deriveId('roster', 'sealed')
  const sealed = await ask<{ version: number }>(
    'volunteer',
    'sealRoster',
    { _id, nodeId: idOf('eastRegulator') },
    'east-regulator',
  )
  await ask('volunteer', 'confirmRoster', { id: _id, version: sealed.version }, 'east-officer')
  await ask('volunteer', 'rosterVersion', { id: _id }, 'east-officer')
  await cloud.call('volunteer', 'exportRoster', { id: _id, full: true, reason: '报送' }, 'east-officer')
  const masked = await cloud.call<{ url: string }>(
    'volunteer',
    'exportRoster',
    { id: _id, full: false },
    'east-officer',
  )
  return Buffer.from(await (await fetch(masked.url)).arrayBuffer())
}

const erase = async (at: Asking, gone: readonly Enrolled[]) => {
  for (const [index, { openid }] of gone.entries()) {
    if (index % 2 === 0) await at.cloud.call('org', 'eraseMe', { confirm: '注销' }, openid)
    else {
      const input = { id: applicationId(openid), version: await versionOf(at, openid), confirm: '删除' }
      await at.cloud.call('volunteer', 'eraseVolunteer', input, openid)
    }
  }
}

const settled = async (cloud: Cloud) => {
  for (let round = 0; round < 3; round++)
    for (const room of ['org', 'volunteer', 'notice', 'hazard', 'quiz']) await cloud.tick(room)
  await drained(cloud, 'org', 'volunteer')
}

type Run = {
  cloud: Cloud
  people: readonly Enrolled[]
  applicants: number
  erased: number
  /** What else happens that day, before some erase themselves. */
  besides?: (replies: Replies) => Promise<void>
}

/**
 * A day with volunteers: they apply, are looked at, corrected, printed, exported, backed up, and some erase themselves;
 * then more than an hour passes, after which marked files have to be gone.
 * @returns what was answered, and a masked sheet
 */
export const privateDay = async ({ cloud, people, applicants, erased, besides }: Run) => {
  const at: Asking = { cloud, replies: [] }
  for (let index = 0; index < applicants; index++) {
    const reply = await apply(cloud, `applicant-${index}`, '安和', idCard('19900101', String(100 + index)))
    at.replies.push(JSON.stringify(reply))
  }
  await look(at, people)
  const [last] = people.slice(-1)
  if (last) await correct(at, last)
  await besides?.(at.replies)
  await takeOut(at, people.slice(0, 8))
  const sheet = await rosters(at)
  await settled(cloud)
  await backUp(cloud)
  await erase(at, people.slice(0, erased))
  await settled(cloud)
  await cloud.clock({ advanceMs: 2 * 3_600_000 })
  await settled(cloud)
  return { replies: at.replies, sheet }
}
