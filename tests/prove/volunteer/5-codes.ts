// Sign-in codes on the real function: guessed, photographed and sent on, read with a wrong clock, of another activity, by
// somebody else, before and after the times: none may sign anybody in. Then far-away and shared phones: all are flagged.
import { deriveId } from 'types/ids'
import { startCloudAt } from '../../support/cloud'
import { activityCalls, activityForm, activitySeed, atRest, codeIn, tryId } from '../../support/factories/activity'
import { testEnv } from '../../support/factories/quiz'
import { figure } from '../../support/figure'
import { random } from '../../support/random'
import { rawDocuments } from '../../support/raw-documents'

const now = '2026-06-10T02:00:00.000Z'
const start = '2026-06-12T01:00:00.000Z'
const minutesAfter = (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString()
const names = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}${index}`)

const attackers = names('joined', 60)
const waiting = names('waiting', 20)
const strangers = names('stranger', 20)
const honest = names('honest', 60)
const cloud = await startCloudAt({
  ...{ seed: activitySeed([...attackers, ...waiting, ...strangers, ...honest]), env: testEnv, now },
})
const { publish, join, codes, sign, at, office } = activityCalls(() => cloud)
const next = random(20_260_612)
const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T

const mark = { latitude: 38.02, longitude: 114.51 }
const main = await publish('main', activityForm(start, now, { quota: 60, spot: mark }))
const other = await publish('other', activityForm(start, now, { quota: 60, spot: mark, title: '另一处' }))
for (const openid of [...attackers, ...waiting]) await join(main, openid)
for (const openid of honest) await join(other, openid)
await atRest(cloud)

let tries = 0
const told: Record<string, { tried: number; signed: number; kept: number }> = {}
/** One try; what counts is the answer, and later what stands in the database. */
const attempt = async (kind: string, openid: string, input: Record<string, unknown>) => {
  const count = (told[kind] ??= { tried: 0, signed: 0, kept: 0 })
  count.tried += 1
  tries += 1
  try {
    const { pending } = await sign(openid, { _id: tryId(`${kind}${tries}`), ...input })
    if (pending) count.kept += 1
    else count.signed += 1
  } catch (refused) {
    if ((refused as { code?: string }).code === undefined) throw refused
  }
}
const inBatches = async (count: number, work: (index: number) => Promise<void>) => {
  for (let done = 0; done < count; done += 20)
    await Promise.all(Array.from({ length: Math.min(20, count - done) }, (_, index) => work(done + index)))
}
const photograph = async (id: string, way: 'in' | 'out' = 'in') =>
  (await codes(id, way)).map(({ text, digits, from }) => ({ code: codeIn(text), digits, from }))

// Photographs while the screen is on, sent on to people who try them later.
const photos: { code: string; digits: string; from: string }[] = []
for (const minutes of [-55, -40, -25, -10]) {
  await at(minutesAfter(start, minutes))
  photos.push(...(await photograph(main)).slice(0, 3))
}
const here = minutesAfter(start, -5)
await at(here)
const live = await photograph(main)
const [liveOther] = await photograph(other)
const digits = () => String(Math.floor(next() * 1_000_000)).padStart(6, '0')
const wrongDigits = () => {
  const typed = digits()
  return live.some((one) => one.digits === typed) ? '000000' : typed
}

await inBatches(1200, () =>
  attempt('six digits guessed', pick(attackers), { activityId: main, digits: wrongDigits(), way: 'in', at: here }),
)
await inBatches(800, (index) =>
  attempt('codes guessed', pick(attackers), { code: deriveId('guess', String(index)), at: here }),
)
await inBatches(800, () => attempt('photographed, sent on', pick(attackers), { code: pick(photos).code, at: here }))
await inBatches(800, () => {
  const photo = pick(photos)
  const off = (pick([-1, 1]) as number) * (260_000 + next() * 5_000_000)
  return attempt('sent on, clock shifted', pick(attackers), {
    ...{ code: photo.code, at: new Date(Date.parse(photo.from) + off).toISOString() },
  })
})
const coming = live.slice(4)
await at(here)
await inBatches(300, () => attempt('of a slot to come', pick(attackers), { code: pick(coming).code, at: here }))
const [fresh] = await photograph(main)
await inBatches(300, () => attempt('of another activity', pick(attackers), { code: liveOther?.code, at: here }))
await inBatches(300, () => attempt('somebody not on it', pick(strangers), { code: fresh?.code, at: here }))
await inBatches(300, () => attempt('somebody without a place', pick(waiting), { code: fresh?.code, at: here }))
const keptBefore = (await rawDocuments(cloud, 'attendances', { activityId: main })).filter(({ inAt }) => inAt !== null)

// A lie that knows the minute of the photograph is all that is left: it waits for the organiser and counts for nothing.
await inBatches(60, (index) => {
  const photo = pick(photos)
  return attempt('sent on, with the right minute', attackers[index] as string, { code: photo.code, at: photo.from })
})

// After the end.
await at(minutesAfter(start, 121))
await inBatches(300, () =>
  attempt('after the end', pick(attackers), { code: fresh?.code, at: minutesAfter(start, 121) }),
)

const after = await rawDocuments(cloud, 'attendances', { activityId: main })
const signed = Object.values(told).reduce((sum, one) => sum + one.signed, 0)
for (const [kind, { tried, signed: accepted, kept }] of Object.entries(told))
  figure(
    `${kind}: accepted`,
    `${accepted} of ${tried}${kept > 0 ? `, ${kept} wait for the organiser` : ''}`,
    '0',
    accepted === 0,
  )
figure(
  'codes outside their window or of another person accepted',
  `${signed} of ${tries}`,
  '0',
  signed === 0 && tries >= 4000,
)
const standing = [...keptBefore, ...after].filter(({ inAt }) => inAt !== null).length
figure('people the database holds as signed in by them', String(standing), '0', standing === 0)

// The other activity next week: everybody honest, some far away, some with one phone for two.
const week = '2026-06-19T01:00:00.000Z'
const fair = await publish('fair', activityForm(week, start, { quota: 60, spot: mark }))
for (const openid of honest) await join(fair, openid)
await atRest(cloud)
await at(minutesAfter(week, -5))
const far = new Set(honest.slice(0, 20))
const shared = new Set(honest.slice(20, 40))
const phoneOf = (openid: string, index: number) => tryId(shared.has(openid) ? `shared${Math.floor(index / 2)}` : openid)
let accepted = 0
for (const [index, openid] of honest.entries()) {
  const [code] = await photograph(fair)
  const north = far.has(openid) ? 0.02 + next() * 2 : next() * 0.006
  const where = { latitude: mark.latitude + north, longitude: mark.longitude }
  const input = {
    _id: tryId(openid),
    code: code?.code,
    at: minutesAfter(week, -5),
    device: phoneOf(openid, index),
    where,
  }
  if ((await sign(openid, input)).state === 'present') accepted += 1
}
await atRest(cloud)
const { people } = await office(fair)
const flagged = (signal: string, among: ReadonlySet<string>) =>
  people.filter(({ name, signals }) => among.has(name.replace('队员', '')) && signals.some((one) => one === signal))
    .length
const falsely = people.filter(
  ({ name, signals }) =>
    (signals.includes('far') && !far.has(name.replace('队员', ''))) ||
    (signals.includes('shared-phone') && !shared.has(name.replace('队员', ''))),
).length
figure('codes on the screen taken from whom they are for', `${accepted} of 60`, '60', accepted === 60)
figure('far away and flagged', `${flagged('far', far)} of ${far.size}`, 'all', flagged('far', far) === far.size)
figure(
  'one phone for two and flagged',
  `${flagged('shared-phone', shared)} of ${shared.size}`,
  'all',
  flagged('shared-phone', shared) === shared.size,
)
figure('flagged without a reason', String(falsely), '0', falsely === 0)
await cloud.stop()
