import { readFileSync, writeFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { storedCollections, unstoredCollections } from 'types/backup'
import { retention } from 'types/retention'
import { collections } from '../../../config/database'
import { sharedCloud, startCloudAt, type Cloud } from '../../support/cloud'
import {
  apply,
  backUp,
  backupState,
  backupTool,
  carryOver,
  drained,
  everyDocument,
  everyFile,
  jobId,
  makeBusy,
  openEmpty,
  openUnion,
  removeScratch,
  restoreState,
  startRestore,
  untilEnded,
} from '../../support/factories/desk'
import { testEnv } from '../../support/factories/quiz'
import { applicationId, idCard, idOf } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'

const [sources, targets] = [sharedCloud(), sharedCloud()]
const union = (more?: Parameters<typeof openUnion>[0]) => openUnion(more, sources.open)
const empty = () => openEmpty(targets.open)
afterEach(removeScratch)
afterAll(() => Promise.all([sources.close(), targets.close()]))

const finished = (cloud: Cloud, name = 'restore') => untilEnded({ cloud, ask: () => restoreState(cloud, jobId(name)) })

/** What lies in outboxes must not be drained once the copy or the restore is done: it is compared. */
const keepUndelivered = async (cloud: Cloud) => {
  for (const name of ['hazard', 'volunteer', 'quiz', 'notice'])
    await cloud.fault({ target: 'function', name, mode: 'refuse', times: 1000 })
}

const leaseMs = 31_000

/** The leases of whoever died have run out, and the next tick of the desk dies at this trip. */
const killedAt = async (cloud: Cloud, trips: number) => {
  await cloud.clock({ advanceMs: leaseMs })
  await cloud.fault({ target: 'function', name: 'desk', mode: 'kill', times: 1, trips })
  await cloud.tick('desk').catch(() => undefined)
  await cloud.rest()
}

/** Asks for a backup whose first run, nudged by the command, dies at this trip. */
const backUpUntil = async (cloud: Cloud, trips: number) => {
  // The command itself takes fewer trips and lives.
  await cloud.fault({ target: 'function', name: 'desk', mode: 'kill', times: 2, trips })
  await cloud.call('desk', 'backup', { _id: jobId('backup') }, 'root-officer')
  await cloud.rest()
}

describe('declared for every collection', () => {
  test('each collection is in the backup or is a job’s own, and the other way round', () => {
    expect([...storedCollections, ...unstoredCollections].sort()).toEqual(collections.map(({ name }) => name).sort())
  })

  test('what is deleted after a time stands the same in both places', () => {
    const declared = collections.flatMap(({ name, keep }) => (keep ? [{ collection: name, ...keep }] : []))
    const byName = (left: { collection: string }, right: { collection: string }) =>
      left.collection < right.collection ? -1 : 1
    expect(declared.sort(byName)).toEqual([...retention].sort(byName))
  })
})

/** A union has begun a push today: restored it has no more left than before. */
const takenPlace = {
  c: 'push_places',
  d: { _id: `${idOf('east')}.2026-06-10.000`, pushId: jobId('push'), at: { $date: '2026-06-10T01:00:00.000Z' } },
}

describe('export, wipe, import', () => {
  test('every document and every file is equal, and what waited in an outbox arrives once', async () => {
    const source = await union([takenPlace])
    await makeBusy(source)
    await source.rest()
    await keepUndelivered(source)
    const job = await backUp(source)
    expect(job).toMatchObject({ state: 'done', message: null })
    expect(job.files).toBeGreaterThan(0)

    const target = await empty()
    await keepUndelivered(target)
    const { manifest } = carryOver(source, target, job.id)
    await startRestore(target, manifest)
    expect(await finished(target)).toMatchObject({ state: 'done', documents: job.documents, files: job.files })

    const [before, after] = [await everyDocument(source), await everyDocument(target)]
    expect(Object.values(before).flat().length).toBeGreaterThan(20)
    expect(after).toEqual(before)
    expect(await rawDocuments(target, 'push_places')).toMatchObject([{ pushId: takenPlace.d.pushId }])
    expect(everyFile(target)).toEqual(everyFile(source))
    expect(Object.keys(everyFile(target)).length).toBeGreaterThan(0)

    await target.clearFaults()
    await drained(target, 'volunteer')
    const [counter] = await rawDocuments(target, 'counters', { _id: `volunteer.node.${idOf('east')}` })
    expect(counter?.values).toEqual({ union: 1, regulator: 1, desk: 1 })
    const number = await target.call(
      'volunteer',
      'readIdCard',
      { id: applicationId('worker'), reason: '核对' },
      'east-officer',
    )
    expect(number).toMatchObject({ idCard: idCard() })
  })

  test('killed at every few trips on both sides it still ends equal', async () => {
    const source = await union()
    await makeBusy(source)
    await source.rest()
    await keepUndelivered(source)
    await backUpUntil(source, 7)
    for (const trips of [9, 14, 22]) await killedAt(source, trips)
    await source.clock({ advanceMs: leaseMs })
    const job = await untilEnded({ cloud: source, ask: () => backupState(source, jobId('backup')) })
    expect(job.state).toBe('done')

    const target = await empty()
    await keepUndelivered(target)
    const { manifest } = carryOver(source, target, job.id)
    await startRestore(target, manifest)
    for (const trips of [6, 12, 20, 33]) await killedAt(target, trips)
    await target.clock({ advanceMs: leaseMs })
    expect((await finished(target)).state).toBe('done')
    expect(await everyDocument(target)).toEqual(await everyDocument(source))
  })

  test('while a copy is made nothing is handed over; afterwards everything is', async () => {
    const cloud = await union()
    await makeBusy(cloud)
    await cloud.rest()
    // It stops at its first part, holding all six drainers.
    await cloud.fault({ target: 'database', name: 'backup_parts', mode: 'kill', times: 1 })
    await cloud.call('desk', 'backup', { _id: jobId('backup') }, 'root-officer')
    await cloud.rest()
    await cloud.clearFaults()
    expect(await rawDocuments(cloud, 'leases', { holder: `backup.${jobId('backup')}` })).toHaveLength(6)
    const toReview = async () => {
      const [counter] = await rawDocuments(cloud, 'counters', { _id: `volunteer.node.${idOf('east')}` })
      return (counter?.values as Record<string, number>).union
    }
    const before = await toReview()
    await apply(cloud, 'ben', '贝宁', idCard('19910101'))
    await cloud.tick('volunteer')
    expect(await toReview()).toBe(before)
    await cloud.clock({ advanceMs: leaseMs })
    expect((await untilEnded({ cloud, ask: () => backupState(cloud, jobId('backup')) })).state).toBe('done')
    await drained(cloud, 'volunteer')
    expect(await toReview()).toBe(2)
  })
})

test('a document too large for any answer is left out and named; the rest is copied, and can be restored', async () => {
  const huge = (id: string) => ({ c: 'questions', d: { _id: id, stem: '长'.repeat(400_000) } })
  const small = (id: string) => ({ c: 'questions', d: { _id: id, stem: '短' } })
  const source = await union([small('a'), huge('b'), small('c'), huge('d'), huge('e')])
  const job = await backUp(source)
  expect(job).toMatchObject({
    state: 'done',
    message: '有 3 条记录太大，读不出来，没有备份：questions/b、questions/d、questions/e，其余都已备份。',
  })
  const target = await empty()
  await startRestore(target, carryOver(source, target, job.id).manifest)
  expect(await finished(target)).toMatchObject({ state: 'done', documents: job.documents })
  expect((await rawDocuments(target, 'questions')).map(({ _id }) => _id)).toEqual(['a', 'c'])
})

describe('who may, and where to', () => {
  test('only a manager of the root makes a backup, one at a time; asked twice it is one', async () => {
    const cloud = await union()
    for (const [openid, code] of [
      ['east-officer', 'NOT_FOUND'],
      ['city-regulator', 'FORBIDDEN'],
      ['worker', 'FORBIDDEN'],
    ] as const)
      await expect(cloud.call('desk', 'backup', { _id: jobId('b') }, openid)).rejects.toMatchObject({ code })
    await backUp(cloud, 'b')
    expect(await cloud.call('desk', 'backup', { _id: jobId('b') }, 'root-officer')).toMatchObject({ state: 'done' })
    await expect(cloud.call('desk', 'backups', {}, 'east-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('never with a wrong secret, never into an environment in use, never two at once', async () => {
    const source = await union()
    const job = await backUp(source)
    const manifest = job.manifest ?? ''
    await expect(startRestore(source, manifest)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const target = await empty()
    const there = carryOver(source, target, job.id).manifest
    await expect(startRestore(target, there, 'restore', 'guess')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await rawDocuments(target, 'foundings')).toEqual([])
    await startRestore(target, there)
    await expect(startRestore(target, there, 'another')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const founder = { _id: jobId('f'), secret: testEnv.FIRST_ADMINISTRATOR_SECRET, unionName: '某工会', name: '某某' }
    await expect(target.call('org', 'becomeFirstAdministrator', founder, 'founder')).rejects.toThrow()
    expect((await finished(target)).state).toBe('done')
    expect(await rawDocuments(target, 'foundings')).toEqual([])
    await expect(startRestore(target, there, 'third')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })
})

describe('a backup that is not whole', () => {
  let source: Cloud
  let job: Awaited<ReturnType<typeof backUp>>
  beforeAll(async () => {
    source = await union()
    await makeBusy(source)
    job = await backUp(source)
  })
  const prepared = async (env?: Record<string, string>) => {
    const target = env ? await openEmpty(startCloudAt, env) : await empty()
    return { target, job, ...carryOver(source, target, job.id) }
  }

  test('a changed part, a lost part and a lost photo are each named, nothing is written, and it can be tried again', async () => {
    const { target, manifest, folder, job } = await prepared()
    const stored = path.join(target.dir, 'files', 'backup', job.id)
    const people = readdirSync(stored).find((name) => name.startsWith('people.')) ?? ''
    const whole = readFileSync(path.join(stored, people))
    const attempt = async (name: string) => {
      await startRestore(target, manifest, name)
      return finished(target, name)
    }
    writeFileSync(path.join(stored, people), whole.toString('utf8').replace('东', '西'))
    expect(await attempt('r1')).toMatchObject({ state: 'failed', message: expect.stringContaining(people) })
    rmSync(path.join(stored, people))
    expect(await attempt('r2')).toMatchObject({ state: 'failed', message: expect.stringContaining('缺少文件') })
    writeFileSync(path.join(stored, people), whole)
    rmSync(path.join(target.dir, 'files', 'hazard'), { recursive: true })
    expect(await attempt('r3')).toMatchObject({ state: 'failed', message: expect.stringContaining('没有上传') })
    expect(await rawDocuments(target, 'people')).toEqual([])
    backupTool('upload', '--cloud', target.url, '--from', folder)
    expect(await attempt('r4')).toMatchObject({ state: 'done' })
  })

  test('other keys than those it was sealed with are noticed before anything is written', async () => {
    const { target, manifest } = await prepared({
      ...testEnv,
      SENSITIVE_KEYS: `k1:${Buffer.alloc(32, 8).toString('base64')}`,
    })
    await startRestore(target, manifest)
    expect(await finished(target)).toMatchObject({ state: 'failed', message: expect.stringContaining('密钥') })
    expect(await rawDocuments(target, 'people')).toEqual([])
    await target.stop()
  })

  test('the operator’s tool names what was changed in a folder', async () => {
    const { folder, job } = await prepared()
    const inside = path.join(folder, 'backup', job.id)
    expect(backupTool('check', '--from', folder).stderr).toContain('完好')
    const events = readdirSync(inside).find((name) => name.startsWith('events.')) ?? ''
    const text = readFileSync(path.join(inside, events), 'utf8')
    const changed = text.replace('工会审核志愿者', '工会审核志愿人')
    expect(changed).not.toBe(text)
    writeFileSync(path.join(inside, events), changed)
    const { status, stderr } = backupTool('check', '--from', folder)
    expect([status, stderr.includes(events)]).toEqual([1, true])
  })
})
