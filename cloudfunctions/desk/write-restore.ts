import { AppError } from 'types/app-error'
import {
  FileLine,
  Manifest,
  fileList,
  isStoredCollection,
  manifestDigest,
  restoreRank,
  type BackupPart,
} from 'types/backup'
import { moveFiles } from 'types/backup-lines'
import { releaseHold, takeHold } from '../kit/backup-hold'
import type { Document } from '../kit/collection'
import { tempUrls } from '../kit/files'
import { open } from '../kit/sensitive'
import { drainedDomains, holdMs, keyMark, sealPlace, sealedWord } from './copy-backup'
import type { RestoreDoc } from './documents'
import { readFile, sha256Of } from './job-files'
import { advance, endJob, restores } from './job-store'
import { findRoot } from './node-store'
import { dropGuard } from './restore-store'
import { documentsOf, linesOf, writeBack } from './stored-store'

const verb = '恢复全部数据'
const holderOf = (jobId: string) => `restore.${jobId}`

const broken = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** What is wrong with the backup itself, in the sentence the operator reads; null for a passing failure. */
export const brokenSentence = (thrown: unknown): string | null =>
  thrown instanceof AppError && thrown.code === 'NOT_ALLOWED_NOW' ? thrown.message : null

const manifestName = 'manifest.json'

type Source = { manifest: Manifest; base: string; prefix: string }

const parseManifest = (text: string): Manifest => {
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    throw broken('备份清单读不懂，可能上传得不完整，请重新上传备份文件夹。')
  }
}

const checkKeys = ({ id, keys }: Manifest) => {
  const isSame = () => {
    try {
      return open(keys.sealed, sealPlace(id)) === sealedWord && keys.mark === keyMark()
    } catch {
      return false
    }
  }
  if (!isSame())
    throw broken('云函数的 SENSITIVE_KEYS 或 HMAC_KEY 与备份时不同，加密的内容将打不开，请先填回原来的密钥。')
}

/** Reads and checks the manifest. Where it lies tells where everything else lies, in this environment too. */
const readSource = async (job: RestoreDoc): Promise<Source> => {
  const content = await readFile(job.manifest)
  if (!content || !job.manifest.endsWith(`/${manifestName}`))
    throw broken('找不到备份清单 manifest.json，请核对它的文件编号。')
  const manifest = parseManifest(content.toString('utf8'))
  if (manifest.digest !== manifestDigest(manifest)) throw broken('备份清单被改动过，不能恢复，请使用原来的备份。')
  checkKeys(manifest)
  const prefix = /^cloud:\/\/[^/]+\//.exec(job.manifest)?.[0] ?? ''
  return { manifest, base: job.manifest.slice(0, -manifestName.length), prefix }
}

const readPart = async ({ base }: Source, part: BackupPart): Promise<string> => {
  const content = await readFile(base + part.name)
  if (!content) throw broken(`备份缺少文件 ${part.name}，请重新上传备份文件夹。`)
  if (content.length !== part.bytes || sha256Of(content) !== part.sha256)
    throw broken(`备份文件 ${part.name} 与清单不符，不能恢复，请重新上传备份文件夹。`)
  return content.toString('utf8')
}

const moved = (fileId: string, { manifest, prefix }: Source) =>
  fileId.startsWith(manifest.prefix) ? prefix + fileId.slice(manifest.prefix.length) : fileId

const checkFiles = async (text: string, source: Source) => {
  const wanted = linesOf(text)
    .map((line) => FileLine.parse(JSON.parse(line)))
    .filter(({ present }) => present)
    .map(({ fileId }) => moved(fileId, source))
  const there = await tempUrls(wanted)
  const missing = wanted.filter((fileId) => !there.has(fileId))
  if (missing.length > 0) throw broken(`还有 ${missing.length} 个照片或文件没有上传，请先用备份工具上传后再恢复。`)
}

const verifyPart = async (part: BackupPart, source: Source) => {
  const text = await readPart(source, part)
  if (linesOf(text).length !== part.documents) throw broken(`备份文件 ${part.name} 的条数与清单不符，不能恢复。`)
  if (part.collection === fileList) await checkFiles(text, source)
  else if (!isStoredCollection(part.collection)) throw broken(`备份里的 ${part.collection} 不是本程序的数据。`)
  else documentsOf(text)
}

// A drainer's place in its batches travels; who held it does not.
const asRestored = (collection: string, doc: Document, { manifest, prefix }: Source): Document =>
  collection === 'leases' ? { ...doc, ...{ holder: '', until: new Date(0) } } : moveFiles(doc, manifest.prefix, prefix)

const writePart = async (part: BackupPart, source: Source) => {
  const docs = documentsOf(await readPart(source, part))
  // The lease this very job works under stays its own.
  const own = part.collection === 'leases' ? docs.filter(({ _id }) => _id.endsWith('.drain')) : docs
  await writeBack(
    part.collection,
    own.map((doc) => asRestored(part.collection, doc, source)),
  )
}

const inWritingOrder = (parts: readonly BackupPart[]) =>
  parts
    .filter(({ collection }) => collection !== fileList)
    .sort((left, right) => restoreRank(left.collection) - restoreRank(right.collection))

const verifyNext = async (job: RestoreDoc, source: Source): Promise<RestoreDoc> => {
  const { parts } = source.manifest
  const part = parts[job.step.part]
  if (!part) return advance(restores, job, { step: { phase: 'write', part: 0 }, message: '核对无误，开始写入' })
  await verifyPart(part, source)
  const message = `已核对 ${job.step.part + 1}/${parts.length} 个备份文件`
  return advance(restores, job, { step: { phase: 'verify', part: job.step.part + 1 }, message, attempts: 0 })
}

const writeNext = async (job: RestoreDoc, source: Source, parts: readonly BackupPart[]): Promise<RestoreDoc> => {
  const part = parts[job.step.part]
  if (!part) return job
  await writePart(part, source)
  const counts = { ...job.counts, documents: job.counts.documents + part.documents, parts: job.counts.parts + 1 }
  const message = `已写入 ${job.step.part + 1}/${parts.length} 个备份文件`
  return advance(restores, job, { step: { phase: 'write', part: job.step.part + 1 }, counts, message, attempts: 0 })
}

const finish = async (job: RestoreDoc, { manifest }: Source): Promise<void> => {
  await dropGuard(job._id)
  await releaseHold(drainedDomains, holderOf(job._id))
  const under = (await findRoot())?.under ?? []
  const counts = { documents: job.counts.documents, files: manifest.files, parts: manifest.parts.length }
  await endJob(restores, job, 'finish', verb, { under, counts, message: null })
}

/** Gives a restore up, with its sentence; the environment is free for another try. */
export const failRestore = async (job: RestoreDoc, message: string): Promise<void> => {
  await dropGuard(job._id)
  await releaseHold(drainedDomains, holderOf(job._id))
  await endJob(restores, job, 'fail', verb, { message })
}

/**
 * First every file is read and its hash compared, then everything is written back. Resumable after a crash at any
 * point: what is written twice is the same.
 * @returns whether there is more to do at once
 */
export const writeRestore = async (job: RestoreDoc, now: Date, isTimeLeft: () => boolean): Promise<boolean> => {
  const source = await readSource(job)
  const parts = inWritingOrder(source.manifest.parts)
  let current = job
  while (current.step.phase === 'verify') {
    if (!isTimeLeft()) return true
    current = await verifyNext(current, source)
  }
  // Nothing restored may be handed over before everything is there.
  if (!(await takeHold(drainedDomains, holderOf(job._id), now, new Date(now.getTime() + holdMs)))) return false
  while (current.step.part < parts.length) {
    if (!isTimeLeft()) return true
    current = await writeNext(current, source, parts)
  }
  await finish(current, source)
  return false
}
