import { AppError } from 'types/app-error'
import { jobMachine } from 'types/desk'
import { command } from '../kit/cloud'
import { move } from '../kit/aggregate'
import { collection, type CollectionOf, type Patch } from '../kit/collection'
import type { BackupDoc, PartDoc, RestoreDoc } from './documents'

export const backups = collection<BackupDoc>('backups')
export const restores = collection<RestoreDoc>('restores')
const parts = collection<PartDoc>('backup_parts')

export const findBackup = (id: string) => backups.find(id)
export const createBackup = (job: BackupDoc) => backups.insert(job)
export const findRestore = (id: string) => restores.find(id)
export const createRestore = (job: RestoreDoc) => restores.insert(job)

export const pageBackups = (page: number, size: number) =>
  backups.page({}, { sort: [['createdAt', 'desc']], page, size })

type JobDoc = BackupDoc | RestoreDoc
type JobStore<Doc extends JobDoc> = CollectionOf<Doc>

/** The job at work, or null; the oldest where there are several. */
export const findRunning = async <Doc extends JobDoc>(store: JobStore<Doc>): Promise<Doc | null> =>
  (await store.list({ state: 'running' }, { sort: [['createdAt', 'asc']], limit: 1 }))[0] ?? null

/** Backups whose files have lain long enough. */
export const listOldBackups = (before: Date) =>
  backups.list(
    { state: 'done', createdAt: command.lt(before), manifest: command.neq(null) },
    { sort: [['createdAt', 'asc']], limit: 5 },
  )

/** Notes how far a running job has come. @throws AppError CONFLICT where another run was faster */
export const advance = async <Doc extends JobDoc>(store: JobStore<Doc>, job: Doc, set: Partial<Doc>): Promise<Doc> => {
  const { part } = job.step
  const updated = await store.update({ _id: job._id, state: 'running', 'step.part': part }, { ...set } as Patch)
  if (updated === 0) throw new AppError('CONFLICT')
  return { ...job, ...set }
}

/** Ends a job by its table, as the clock. */
export const endJob = <Doc extends JobDoc>(
  store: JobStore<Doc>,
  job: Doc,
  act: 'finish' | 'fail',
  verb: string,
  set: Partial<Doc>,
) => {
  const acting = { by: 'clock', name: '系统', actor: 'clock', verb } as const
  return move(store, jobMachine, job, acting, act, job.version, { at: new Date(), set: { ...set } as Patch })
}

export const putPart = (part: PartDoc) => parts.put(part)
export const removeParts = (jobId: string) => parts.remove({ jobId })
/** All parts of a backup in order. */
export const listParts = async (jobId: string): Promise<PartDoc[]> => {
  const found: PartDoc[] = []
  for (;;) {
    const filter = { jobId, no: command.gt(found.at(-1)?.no ?? -1) }
    const page = await parts.list(filter, { sort: [['no', 'asc']], limit: 1000 })
    found.push(...page)
    if (page.length < 1000) return found
  }
}
