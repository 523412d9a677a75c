import { AppError } from 'types/app-error'
import type * as z from 'types/zod'
import type { BackupView, deskContract } from 'types/desk'
import { born } from '../kit/aggregate'
import { nudge } from '../kit/nudge'
import type { Handler } from '../kit/serve'
import type { BackupDoc, RestoreDoc } from './documents'
import { backups as store, createBackup, findBackup, findRunning, pageBackups } from './job-store'
import type { NodeDoc } from './node-store'

type Contract = typeof deskContract

export const toJobView = (job: BackupDoc | RestoreDoc): z.input<typeof BackupView> => ({
  ...{ id: job._id, state: job.state, at: job.createdAt, by: job.by, ...job.counts },
  ...{ manifest: job.manifest, message: job.message },
})

export const noCounts = { documents: 0, files: 0, parts: 0 }

/** Starts a backup; the timer carries it out. Caller, root, what runs, write. */
export const backup: Handler<Contract['backup'], NodeDoc> = async ({ _id }, { subject: root, caller, now, acting }) => {
  const running = await findRunning(store)
  if (running && running._id !== _id)
    throw new AppError('ALREADY_EXISTS', { message: '已有一次备份正在进行，请等它完成后再开始。' })
  const job: BackupDoc = {
    ...born(acting('officer'), { _id, state: 'running', under: root.under, subject: '备份', at: now }),
    ...{ by: caller.name ?? '', counts: noCounts, message: '等待开始', attempts: 0 },
    ...{ step: { collection: 0, after: '', part: 0 }, holding: false, restarts: 0, manifest: null },
  }
  if (!(await createBackup(job))) return toJobView((await findBackup(_id)) ?? job)
  nudge('desk')
  return toJobView(job)
}

export const backups: Handler<Contract['backups'], NodeDoc> = async ({ page, size }) => {
  const { items, more } = await pageBackups(page, size)
  return { items: items.map(toJobView), more }
}
