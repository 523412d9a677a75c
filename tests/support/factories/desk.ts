import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encode } from 'jpeg-js'
import { storedCollections } from 'types/backup'
import type { BackupView } from 'types/desk'
import { hazardPhotoPath } from 'types/hazard'
import { deriveId } from 'types/ids'
import type * as z from 'types/zod'
import { startCloudAt, type Cloud, type Shared } from '../cloud'
import { repoRoot } from '../cloud-process'
import { rawDocuments } from '../raw-documents'
import { seedFile } from '../seed-file'
import { campaignLines, testEnv } from './quiz'
import { applicationId, cast, consent, form, idCard, idOf, nodeLines, personLine, place } from './volunteer'

export type Job = z.output<typeof BackupView>
export const deskNow = '2026-06-10T02:00:00.000Z'
export const jobId = (name: string) => deriveId('job', name)

const enterprise = {
  c: 'enterprises',
  d: {
    ...{ _id: deriveId('enterprise', 'zeneng'), name: '泽能机械厂', nodeId: idOf('east'), nodeName: '东澜区总工会' },
    ...{ under: place.east, industry: '机械', flags: { highRisk: true, nonPublic: true, small: false } },
    ...{ hasUnion: true, workers: 120, teams: 6, outbox: [], outboxAt: null },
  },
}

type Open = (options: Shared) => Promise<Cloud>

/** A cloud with a small union in it; nobody has done anything yet. */
export const openUnion = async (
  more: readonly { c: string; d: object }[] = [],
  open: Open = startCloudAt,
): Promise<Cloud> => {
  const second = personLine('second-manager', '叶知秋', { role: 'officer', at: 'root' })
  const lines = [...nodeLines(), ...cast(), second, enterprise, ...campaignLines({ under: [...place.root] }), ...more]
  return open({ seed: seedFile(lines), env: testEnv, now: deskNow })
}

export const openEmpty = async (open: Open = startCloudAt, env: Record<string, string> = testEnv): Promise<Cloud> => {
  return open({ env, now: deskNow })
}

const photo = () => encode({ width: 8, height: 8, data: Buffer.alloc(8 * 8 * 4, 120) }, 80).data

export const apply = (cloud: Cloud, openid: string, name: string, number = idCard()) => {
  const input = { _id: applicationId(openid), form: form({ name, idCard: number }), consent: consent() }
  return cloud.call('volunteer', 'apply', input, openid)
}

const outboxes: Record<string, readonly string[]> = {
  volunteer: ['applications'],
  hazard: ['hazards'],
  org: ['people', 'booths', 'nodes', 'invites', 'erasures'],
  notice: ['pushes', 'messages'],
  desk: ['heads', 'backups'],
}

/** Lets the drainers run until the outboxes of these functions are empty: a nudged one may be at work meanwhile. */
export const drained = async (cloud: Cloud, ...rooms: (keyof typeof outboxes)[]): Promise<void> => {
  const isWaiting = async (room: string) => {
    const lists = (outboxes[room] ?? []).map((name) => rawDocuments(cloud, name, { outboxAt: { $ne: null } }))
    return (await Promise.all(lists)).flat().some(({ outbox }) => Array.isArray(outbox) && outbox.length > 0)
  }
  for (const room of rooms) {
    for (let round = 0; await isWaiting(room); round++) {
      if (round === 30) throw new Error(`the outbox of ${room} does not empty`)
      await cloud.tick(room)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Until WeChat has said its word on every picture: it comes some seconds later, and would change a document after the copy. */
const judged = async (cloud: Cloud): Promise<void> => {
  for (let round = 0; round < 100; round++) {
    const waiting = (await rawDocuments(cloud, 'hazards')).some((doc) =>
      JSON.stringify(doc.photos).includes('"check":"pending"'),
    )
    if (!waiting) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('a picture is never judged')
}

/** A hazard with a photo, a half-played quiz, applications before and after the union's review. */
export const makeBusy = async (cloud: Cloud): Promise<void> => {
  const hazard = deriveId('hazard', 'one')
  const fileId = await cloud.upload(hazardPhotoPath(hazard, 'before', 'a1.jpg'), photo(), 'worker')
  const report = { _id: hazard, enterpriseId: enterprise.d._id, place: '冲压车间', words: '光幕被短接', kind: 'other' }
  await cloud.call('hazard', 'report', { ...report, photos: [fileId], identity: 'named' }, 'worker')
  const start = { _id: deriveId('paper', 'one'), campaignId: deriveId('campaign', 'test'), level: 1 }
  await cloud.call('quiz', 'start', start, 'worker')
  await apply(cloud, 'worker', '白云生')
  const review = { id: applicationId('worker'), version: 0, decision: 'approve', opinion: '同意' }
  await cloud.call('volunteer', 'unionReview', review, 'east-officer')
  for (const room of ['hazard', 'volunteer', 'quiz', 'notice']) await cloud.tick(room)
  // Undelivered on purpose: what waits in an outbox must travel too.
  await apply(cloud, 'ann', '安宁', idCard('19900101'))
  await judged(cloud)
}

type Wait = { cloud: Cloud; ask: () => Promise<Job>; rounds?: number }

/** Lets the timer run until the job has ended. */
export const untilEnded = async ({ cloud, ask, rounds = 60 }: Wait): Promise<Job> => {
  for (let round = 0; round < rounds; round++) {
    await cloud.tick('desk').catch(() => undefined)
    const job = await ask()
    if (job.state !== 'running') return job
    await cloud.clock({ advanceMs: 1000 })
  }
  throw new Error('the job does not end')
}

export const backupState = async (cloud: Cloud, id: string): Promise<Job> => {
  const { items } = await cloud.call<{ items: Job[] }>('desk', 'backups', {}, 'root-officer')
  const job = items.find((candidate) => candidate.id === id)
  if (!job) throw new Error('no such backup')
  return job
}

export const backUp = async (cloud: Cloud, name = 'backup'): Promise<Job> => {
  await cloud.call('desk', 'backup', { _id: jobId(name) }, 'root-officer')
  return untilEnded({ cloud, ask: () => backupState(cloud, jobId(name)) })
}

export const restoreState = (cloud: Cloud, id: string) => cloud.call<Job>('desk', 'restoreState', { id }, 'operator')

export const startRestore = (cloud: Cloud, manifest: string, name = 'restore', secret?: string) => {
  const input = { _id: jobId(name), secret: secret ?? testEnv.FIRST_ADMINISTRATOR_SECRET, manifest }
  return cloud.call<Job>('desk', 'restore', input, 'operator')
}

/** Runs the operator's tool. */
export const backupTool = (...args: string[]) => {
  const tool = path.join(repoRoot, 'config/scripts/backup.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' })
  return { status, stdout: stdout.trim(), stderr }
}

const scratch: string[] = []
export const scratchFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
  scratch.push(folder)
  return folder
}
export const removeScratch = () => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Downloads a finished backup of one cloud and uploads it to another. @returns manifest file id there */
export const carryOver = (from: Cloud, to: Cloud, id: string): { manifest: string; folder: string } => {
  const folder = scratchFolder()
  const down = backupTool('download', '--cloud', from.url, '--id', id, '--to', folder)
  if (down.status !== 0) throw new Error(down.stderr)
  const up = backupTool('upload', '--cloud', to.url, '--from', folder)
  if (up.status !== 0) throw new Error(up.stderr)
  return { manifest: up.stdout, folder }
}

type Stored = Record<string, unknown> & { _id: string }

// A job's own events describe the environment it ran in, and a lease says who works in it at the moment.
const isCarried = (collection: string, doc: Stored) =>
  collection === 'events' ? !['backups', 'restores'].includes(String(doc.kind)) : collection !== 'leases'

/** Every document an environment holds that a backup is to carry, by collection. */
export const everyDocument = async (cloud: Cloud): Promise<Record<string, Stored[]>> => {
  const all: Record<string, Stored[]> = {}
  for (const name of storedCollections)
    all[name] = (await rawDocuments(cloud, name)).filter((doc) => isCarried(name, doc))
  return all
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : [file]
  })

/** Cloud path → hash of every stored file but the backups'. */
export const everyFile = (cloud: Cloud): Record<string, string> => {
  const root = path.join(cloud.dir, 'files')
  const files = existsSync(root) ? filesBelow(root) : []
  const named = files.map((file) => [path.relative(root, file), file] as const)
  const hashed = named
    .filter(([name]) => !name.startsWith('backup/'))
    .map(([name, file]) => [name, createHash('sha256').update(readFileSync(file)).digest('hex')] as const)
  return Object.fromEntries(hashed.sort(([left], [right]) => (left < right ? -1 : 1)))
}
