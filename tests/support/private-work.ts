import { encode } from 'jpeg-js'
import { deriveId } from 'types/ids'
import type { Cloud } from './cloud'
import { activityCalls, activityForm, atRest, codeIn, tryId } from './factories/activity'
import { applicationId, idCard, idOf } from './factories/volunteer'
import { confirmedHonourLine, honourIdOf, yearSettled } from './factories/volunteer-year'
import { phoneOf, type Enrolled } from './factories/volunteer-enrolled'

/** Where every phone says it is: nothing but a distance may stay. */
export const whereabouts = { latitude: 38.0473219, longitude: 114.5020817 }
const spot = { latitude: 38.0466, longitude: 114.5011 }
export const deviceOf = ({ openid }: Pick<Enrolled, 'openid'>) => deriveId('private-device', openid)

const start = '2026-06-10T03:00:00.000Z'
const now = '2026-06-10T02:00:00.000Z'
const officer = 'east-officer'

/** What is in corrections that never count: refused, taken back, still waiting when their person goes. */
export const wishes = ['柏舟渡', '楚云归', '屈问津'].map((name, index) => ({
  change: { name, idCard: idCard('19710101', `90${index}`), phone: `1890000800${index}` },
  reason: '登记时写错了',
}))

/** Honours of last year, from which certificates are given. */
export const honourLines = (people: readonly Enrolled[]) =>
  people.map(({ openid }) => confirmedHonourLine(openid, 2025))

type Work = { cloud: Cloud; people: readonly Enrolled[]; replies: string[]; open: string[] }

// A picture that tells in its head whose phone took it, and where.
const picture = (who: Enrolled) => {
  const told = Buffer.from(`Exif\0\0${phoneOf(who)} ${who.name} ${whereabouts.latitude}`)
  const head = Buffer.concat([Buffer.from([0xff, 0xe1, 0, told.length + 2]), told])
  const plain = encode({ width: 8, height: 8, data: Buffer.alloc(8 * 8 * 4, 120) }, 80).data
  return Buffer.concat([plain.subarray(0, 2), head, plain.subarray(2)])
}

const asking = ({ cloud, replies }: Work) => {
  const note = (reply: unknown) => replies.push(JSON.stringify(reply))
  const ask = async <T = { id: string; version: number }>(action: string, input: object, openid: string) => {
    const reply = await cloud.call<T>('volunteer', action, input, openid)
    note(reply)
    return reply
  }
  /** Has to be refused; the refusal is a reply too. */
  const refused = async (action: string, input: object, openid: string) => {
    const reply = await cloud.call('volunteer', action, input, openid).then(
      () => null,
      (thrown: unknown) => thrown as Error & { fields?: object },
    )
    if (!reply) throw new Error(`${action} was not refused`)
    note([reply.message, reply.fields])
  }
  return { ask, refused }
}

const attend = async (work: Work) => {
  const { cloud, people } = work
  const { ask } = asking(work)
  const calls = activityCalls(() => cloud)
  const id = await calls.publish('private', activityForm(start, now, { quota: 50, spot }))
  for (const { openid } of people) await ask('joinActivity', { id }, openid)
  const sign = async (way: 'in' | 'out', at: string, those: readonly Enrolled[]) => {
    await calls.at(at)
    const [shown] = await calls.codes(id, way)
    const code = codeIn(shown?.text ?? '')
    for (const who of those) {
      const input = { _id: tryId(`${way}-${who.openid}`), code, at, device: deviceOf(who), where: whereabouts }
      await ask('signIn', input, who.openid)
    }
  }
  // Every fourth one stays away, and explains it in words that name him.
  const there = people.filter((_who, index) => index % 4 !== 3)
  await sign('in', '2026-06-10T03:05:00.000Z', there)
  await walls(work, id, there)
  await sign('out', '2026-06-10T05:00:00.000Z', there)
  const { version } = await calls.office(id)
  await ask('finishActivity', { id, version }, officer)
  await atRest(cloud)
  for (const { openid, name } of people.filter((who) => !there.includes(who))) {
    const [mine] = await calls.mine(openid)
    const words = `我是${name}，当天单位停电抢修`
    await ask('appealAbsence', { id: mine?.id ?? '', version: mine?.version ?? 0, words }, openid)
  }
  await ask('absenceAppeals', { nodeId: idOf('east') }, officer)
  await ask('officeActivity', { id }, officer)
  await report(work, id)
}

const walls = async (work: Work, id: string, there: readonly Enrolled[]) => {
  const { ask } = asking(work)
  for (const [index, who] of there.entries()) {
    const fileId = await work.cloud.upload(`wall/${id}/${who.openid}.jpg`, picture(who), who.openid)
    const _id = deriveId('photo', who.openid)
    const { version } = await ask('postPhoto', { _id, id, fileId, consent: true }, who.openid)
    if (index % 3 !== 2) await ask('settlePhoto', { id: _id, version, act: 'show' }, officer)
    if (index % 6 === 0) await ask('hidePhoto', { id: _id }, there[1]?.openid ?? '')
  }
  await ask('wall', { id }, there[0]?.openid ?? '')
  await ask('officeWall', { id }, officer)
}

const disguised = (phone: string) => [
  phone,
  `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
  `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  [...phone].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
]

const report = async (work: Work, id: string) => {
  const { ask, refused } = asking(work)
  const [first] = work.people
  const write = { id, version: null, words: '走访三个小区，发放资料。', findings: 2, photos: [] }
  for (const phone of disguised(first ? phoneOf(first) : ''))
    await refused('writeReport', { ...write, words: `有事找 ${phone}` }, officer)
  const written = await ask('writeReport', write, officer)
  await ask('report', { id: written.id }, 'east-regulator')
  const { url } = await ask<{ url: string; id: string; version: number }>('printReport', { id: written.id }, officer)
  work.open.push(Buffer.from(await (await fetch(url)).arrayBuffer()).toString('latin1'))
}

const certificates = async (work: Work) => {
  const { ask } = asking(work)
  const ids = work.people.map(({ openid }) => honourIdOf(openid))
  type Issued = { items: { id: string; number: string | null }[] }
  const input = { _id: deriveId('issue', 'private'), nodeId: idOf('root'), of: 'award', ids }
  await ask<Issued & { id: string; version: number }>('issueCertificates', input, 'root-officer')
  await yearSettled(work.cloud)
  await ask('certificates', { nodeId: idOf('root') }, 'root-officer')
  for (const { openid } of work.people) {
    type Own = { items: { id: string; version: number }[]; id: string; version: number }
    const { items } = await ask<Own>('myCertificates', {}, openid)
    const { badge } = await work.cloud.call<{ badge: { id: string } | null }>('volunteer', 'myBadge', {}, openid)
    // Anybody who scans the code reads these.
    for (const id of [items[0]?.id, badge?.id])
      if (id) work.open.push(JSON.stringify(await work.cloud.call('volunteer', 'verify', { id }, 'worker')))
  }
  work.open.push(JSON.stringify(await work.cloud.call('volunteer', 'publicHonours', {}, 'worker')))
}

const versionOf = async ({ cloud }: Work, openid: string) =>
  (await cloud.call<{ data: { version: number } | null }>('volunteer', 'myData', {}, openid)).data?.version ?? 0

// The first of the wishes still waits when its person goes.
const corrections = async (work: Work) => {
  const { ask } = asking(work)
  const asked = async (who: Enrolled | undefined, wish: object) => {
    const openid = who?.openid ?? ''
    const id = applicationId(openid)
    return { ...(await ask('askCorrection', { id, version: await versionOf(work, openid), ...wish }, openid)), openid }
  }
  const [gone, ...staying] = [work.people[1], ...work.people.slice(-2)]
  const [waiting, refused, dropped] = wishes as [object, object, object]
  await asked(gone, waiting)
  const { id, version } = await asked(staying[0], refused)
  await ask('corrections', { nodeId: idOf('east') }, officer)
  await ask('settleCorrection', { id, version, decision: 'refuse', words: '与户籍不符' }, officer)
  const last = await asked(staying[1], dropped)
  await ask('dropCorrection', { id: last.id, version: last.version }, last.openid)
}

// Sheets and papers with whole numbers in them: what lies there is searched after their hour.
const papers = async ({ cloud, people }: Work) => {
  const reason = '联系参加活动'
  await cloud.call('volunteer', 'callSheet', { nodeId: idOf('east'), year: 2026, reason }, officer)
  for (const { openid } of people.slice(0, 6))
    await cloud.call('volunteer', 'printMine', { id: applicationId(openid), full: true }, openid)
}

/** What volunteers do beside being reviewed: activities, walls, reports, certificates, corrections, papers. */
export const volunteersAtWork = async (work: Work): Promise<void> => {
  await yearSettled(work.cloud)
  await attend(work)
  await certificates(work)
  await corrections(work)
  await papers(work)
  await yearSettled(work.cloud)
}
