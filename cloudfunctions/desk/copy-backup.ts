import { fileList, manifestDigest, storedCollections, type Manifest } from 'types/backup'
import { encodeLine } from 'types/backup-lines'
import { keepHold, releaseHold, takeHold } from '../kit/backup-hold'
import { tempUrls } from '../kit/files'
import { fingerprint, seal } from '../kit/sensitive'
import { noCounts } from './backup-commands'
import type { BackupDoc, PartDoc } from './documents'
import { deleteFiles, pathOf, sha256Of, writeFile } from './job-files'
import { advance, backups, endJob, listParts, putPart, removeParts } from './job-store'
import { readPortion } from './stored-store'

/** Functions with an outbox: nothing is handed over while a copy is made. */
export const drainedDomains = ['org', 'volunteer', 'quiz', 'hazard', 'notice', 'desk'] as const
/** Longer than the minute between two ticks, shorter than anybody waits for a message. */
export const holdMs = 180_000
export const holderOf = (jobId: string) => `backup.${jobId}`
const mostRestarts = 3

/** What proves that another environment has the same keys. */
export const sealedWord = 'backup'
export const sealPlace = (jobId: string) => `backups/${jobId}/keys`
export const keyMark = () => fingerprint('backup keys')

const verb = '备份全部数据'

const fresh = { step: { collection: 0, after: '', part: 0 }, counts: noCounts, skipped: [] }

// A copy made in two halves, with deliveries carried out between them, would hold some twice and some not at all.
const begin = async (job: BackupDoc): Promise<BackupDoc> => {
  await removeParts(job._id)
  return advance(backups, job, { ...fresh, holding: true, restarts: job.holding ? job.restarts + 1 : job.restarts })
}

/** The job with every drainer in hand; null while one is still at work. */
const hold = async (job: BackupDoc, now: Date): Promise<BackupDoc | null> => {
  const [holder, until] = [holderOf(job._id), new Date(now.getTime() + holdMs)]
  if (job.holding && (await keepHold(drainedDomains, holder, until))) return job
  return (await takeHold(drainedDomains, holder, now, until)) ? begin(job) : null
}

type Written = Pick<PartDoc, 'collection' | 'name' | 'no' | 'documents'>

const writePart = async (job: BackupDoc, part: Written, lines: readonly string[]): Promise<void> => {
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8')
  const fileId = await writeFile(job._id, part.name, content)
  const facts = { bytes: content.length, sha256: sha256Of(content) }
  await putPart({ ...part, ...facts, _id: `${job._id}.${part.no}`, jobId: job._id, fileId })
}

/** The stored files a part names, each with whether it is there: a file that was gone already cannot be asked for. */
const writeFileList = async (job: BackupDoc, no: number, files: readonly string[]) => {
  const there = await tempUrls(files)
  const lines = files.map((fileId) => encodeLine({ fileId, present: there.has(fileId) }))
  await writePart(job, { collection: fileList, name: `files.${no}.ndjson`, no, documents: files.length }, lines)
}

const copyPart = async (job: BackupDoc): Promise<BackupDoc> => {
  const { collection: index, after, part: no } = job.step
  const name = storedCollections[index] ?? ''
  const { lines, files, last, ended, ...portion } = await readPortion(name, after)
  const skipped = [...(job.skipped ?? []), ...portion.skipped.map((id) => `${name}/${id}`)]
  // Nothing to note down: a run that begins again looks again.
  if (lines.length === 0) return { ...job, skipped, step: { collection: index + 1, after: '', part: no } }
  await writePart(job, { collection: name, name: `${name}.${no}.ndjson`, no, documents: lines.length }, lines)
  if (files.length > 0) await writeFileList(job, no + 1, files)
  const counts = {
    documents: job.counts.documents + lines.length,
    files: job.counts.files + files.length,
    parts: job.counts.parts + 1 + Number(files.length > 0),
  }
  // Two numbers a portion, used or not, so that every portion moves the step on.
  const step = ended
    ? { collection: index + 1, after: '', part: no + 2 }
    : { collection: index, after: last, part: no + 2 }
  const message = `已复制 ${step.collection}/${storedCollections.length} 类数据`
  return advance(backups, job, { step, counts, skipped, message, attempts: 0 })
}

const prefixOf = (fileId: string, path: string) => fileId.slice(0, fileId.length - path.length)

const shownSkipped = 5

/** What the person who restores must know; null where everything is there. */
const leftOut = ({ skipped = [] }: BackupDoc): string | null => {
  if (skipped.length === 0) return null
  const named = skipped.slice(0, shownSkipped).join('、') + (skipped.length > shownSkipped ? ' 等' : '')
  return `有 ${skipped.length} 条记录太大，读不出来，没有备份：${named}，其余都已备份。`
}

const finish = async (job: BackupDoc): Promise<void> => {
  const parts = await listParts(job._id)
  const [first] = parts
  const content: Omit<Manifest, 'digest'> = {
    ...{ format: 'ankang-backup-1', id: job._id, at: job.createdAt.toISOString() },
    prefix: first ? prefixOf(first.fileId, pathOf(job._id, first.name)) : '',
    ...{ documents: job.counts.documents, files: job.counts.files },
    parts: parts.map(({ name, collection, documents, bytes, sha256 }) => ({
      ...{ name, collection, documents, bytes, sha256 },
    })),
    keys: { sealed: seal(sealedWord, sealPlace(job._id)), mark: keyMark() },
  }
  const text = `${JSON.stringify({ ...content, digest: manifestDigest(content) }, null, 2)}\n`
  const manifest = await writeFile(job._id, 'manifest.json', Buffer.from(text, 'utf8'))
  await releaseHold(drainedDomains, holderOf(job._id))
  await endJob(backups, job, 'finish', verb, { manifest, message: leftOut(job) })
}

/** Gives a backup up, with its sentence. */
export const failBackup = async (job: BackupDoc, message: string): Promise<void> => {
  await releaseHold(drainedDomains, holderOf(job._id))
  await endJob(backups, job, 'fail', verb, { message })
}

/**
 * Copies on until the work is done or the time is over. Resumable after a crash at any point: a part written twice is
 * the same part.
 * @returns whether there is more to do at once
 */
export const copyBackup = async (job: BackupDoc, now: Date, isTimeLeft: () => boolean): Promise<boolean> => {
  if (job.restarts > mostRestarts) {
    await failBackup(job, '备份多次被打断，没有完成，请在使用较少的时候重新开始。')
    return false
  }
  let current = await hold(job, now)
  if (!current) return false
  while (current.step.collection < storedCollections.length) {
    if (!isTimeLeft()) return true
    current = await copyPart(current)
  }
  await finish(current)
  return false
}

/** Deletes the files of a backup that has lain long enough; that it was made stays on record. */
export const deleteBackup = async (job: BackupDoc): Promise<void> => {
  const parts = await listParts(job._id)
  await deleteFiles([...parts.map(({ fileId }) => fileId), ...(job.manifest ? [job.manifest] : [])])
  await removeParts(job._id)
  await backups.update({ _id: job._id }, { manifest: null, message: '备份文件已按期删除' })
}
