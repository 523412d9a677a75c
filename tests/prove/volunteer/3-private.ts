// A day with volunteers on the real functions; then every byte that lies anywhere is searched for their numbers, and
// everything that is still known for the names of those who erased themselves.
import { gzipSync } from 'node:zlib'
import path from 'node:path'
import { storedCollections } from 'types/backup'
import { startCloud } from '../../support/cloud'
import { cast, idCard, nodeLines } from '../../support/factories/volunteer'
import { enrolledEnv } from '../../support/factories/volunteer-enrolled'
import { figure } from '../../support/figure'
import { findIn, searchFolder } from '../../support/needles'
import { linesOf, numbersOf, privateDay, volunteersOf } from '../../support/private-run'
import { deviceOf, honourLines, volunteersAtWork, whereabouts, wishes } from '../../support/private-work'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'
import { personLine } from '../../support/factories/volunteer'

const [count, applicants, erased] = [60, 20, 10]
const people = volunteersOf(count)
// Those who take part in the activities of the day; the first ten of them go in the end.
const workers = people.slice(0, 24)
const wanted = wishes.map(({ change }) => change)
const numbers = new Set([...numbersOf(people, applicants), ...wanted.flatMap(({ idCard, phone }) => [idCard, phone])])
const places = Object.values(whereabouts).map(String)
const control = idCard('19601212', '888')

const run = async () => {
  const persons = people.map(({ openid, name }) => personLine(openid, name))
  const lines = [...nodeLines(), ...cast(), ...persons, ...linesOf(people), ...honourLines(workers)]
  const cloud = await startCloud({ seed: seedFile(lines), env: enrolledEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  const open: string[] = []
  const besides = (replies: string[]) => volunteersAtWork({ cloud, people: workers, replies, open })
  const { replies, sheet } = await privateDay({ cloud, people, applicants, erased, besides })

  const needles = { numbers, words: [] }
  const folder = searchFolder(cloud.dir, needles)
  const inReplies = findIn('replies', Buffer.from(replies.join('\n')), needles)
  const inSheet = findIn('masked sheet', sheet, needles)
  // Where a phone was, and which phone it was: neither may lie or be told anywhere.
  const traces = { numbers: new Set<string>(), words: [...places, ...workers.map(deviceOf)] }
  const log = Buffer.from(cloud.printed() + cloud.process.stderr())
  const inLog = findIn('log', log, needles)
  figure('needles: ID numbers and phones', `${numbers.size}`, 'at least 148', numbers.size >= 148)
  figure(
    'haystack: database, WAL, storage, backup',
    `${folder.files} files, ${folder.bytes} bytes`,
    'over 1,000,000 bytes',
    folder.bytes > 1_000_000,
  )
  figure(
    'readable in database, WAL, storage, backup',
    `${folder.found.length} ${folder.found.slice(0, 3).join('; ')}`,
    '0',
    folder.found.length === 0,
  )
  figure(
    'readable in replies',
    `${inReplies.length} of ${replies.length} replies ${inReplies.slice(0, 3).join('; ')}`,
    '0',
    inReplies.length === 0,
  )
  figure('readable in logs', `${inLog.length} in ${log.length} bytes`, '0', inLog.length === 0)
  figure('readable in the masked sheet', `${inSheet.length} in ${sheet.length} bytes`, '0', inSheet.length === 0)

  const traced = [
    ...searchFolder(cloud.dir, traces).found,
    ...findIn('replies', Buffer.from(replies.join('\n')), traces),
    ...findIn('log', log, traces),
  ]
  figure(
    `places and phones of ${workers.length} who signed in`,
    `${traced.length} ${traced.slice(0, 3).join('; ')}`,
    '0',
    traced.length === 0,
  )
  const toAnybody = { numbers, words: people.map(({ name }) => name) }
  const shown = open.flatMap((reply, index) => findIn(`open ${index}`, Buffer.from(reply, 'latin1'), toAnybody))
  figure(
    'full names and numbers in what anybody may read',
    `${shown.length} in ${open.length} checks of codes, lists and the report ${shown.slice(0, 3).join('; ')}`,
    '0',
    shown.length === 0 && open.length > 2 * erased,
  )
  const staying = new Set(people.slice(erased).map(({ name }) => name))
  const gone = people.slice(0, erased).filter(({ name }) => !staying.has(name))
  const words = gone.map(({ name }) => name)
  // Every second one erased only what he is as a volunteer: what he is called as a worker is his own.
  const everywhere = gone.filter(({ openid }) => Number(openid.split('-')[1]) % 2 === 0).map(({ name }) => name)
  const known: string[] = []
  let documents = 0
  for (const collection of storedCollections) {
    const docs = await rawDocuments(cloud, collection)
    documents += docs.length
    // What was asked for in a correction that never counted is gone too.
    const sought = [...(collection === 'people' ? everywhere : words), ...wanted.map(({ name }) => name)]
    known.push(...findIn(collection, Buffer.from(JSON.stringify(docs)), { numbers: new Set(), words: sought }))
  }
  figure(
    `names of ${words.length} who erased themselves, in documents`,
    `${known.length} in ${documents} documents ${known.slice(0, 3).join('; ')}`,
    '0',
    known.length === 0,
  )
  // Backups keep ninety days what was; nothing else that lies in the storage may.
  const stored = searchFolder(path.join(cloud.dir, 'files'), { numbers: new Set(), words })
  const left = stored.found.filter((where) => !where.includes('backup/'))
  figure(
    'their names in files, backups aside',
    `${left.length} in ${stored.files} files ${left.slice(0, 3).join('; ')}`,
    '0',
    left.length === 0 && stored.files > 20,
  )
  const allNames = people.map(({ name }) => name)
  const named = findIn('log', log, { numbers: new Set(), words: allNames })
  figure(`names of ${allNames.length} volunteers in logs`, `${named.length}`, '0', named.length === 0)
  const trail = findIn('events', Buffer.from(JSON.stringify(await rawDocuments(cloud, 'events'))), {
    ...{ numbers, words: allNames },
  })
  figure(
    'names and numbers in the audit trail',
    `${trail.length} ${trail.slice(0, 3).join('; ')}`,
    '0',
    trail.length === 0,
  )

  // The search itself: laid down in five ways, it must find the number each time.
  const bytes = Buffer.from(`nothing ${control} nothing`)
  const ways = [
    ...[bytes, Buffer.from(bytes.toString('base64')), gzipSync(bytes), Buffer.from(control, 'utf16le')],
    Buffer.from(gzipSync(bytes).toString('base64')),
  ]
  for (const [index, way] of ways.entries()) await cloud.upload(`control/${index}.bin`, way, 'worker')
  await cloud.admin({
    ...{ action: 'database.insertDocument', collectionName: 'counters' },
    data: [JSON.stringify({ _id: 'control', domain: 'x', batch: 0, values: { control } })],
  })
  const found = searchFolder(cloud.dir, { numbers: new Set([control]), words: [] }).found
  const inFiles = found.filter((where) => where.includes('control/')).length
  const inDatabase = found.filter((where) => !where.includes('control/')).length
  figure('control needle found in files', `${inFiles} of ${ways.length}`, 'all', inFiles === ways.length)
  figure('control needle found in the database', `${inDatabase} places`, 'at least 1', inDatabase >= 1)
  await cloud.stop()
}

void run()
