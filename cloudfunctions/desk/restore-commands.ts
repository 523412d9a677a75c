import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from 'types/app-error'
import type { deskContract } from 'types/desk'
import { born } from '../kit/aggregate'
import { nudge } from '../kit/nudge'
import type { Handler } from '../kit/serve'
import { noCounts, toJobView } from './backup-commands'
import type { RestoreDoc } from './documents'
import { createRestore, findRestore } from './job-store'
import { hasNodes } from './node-store'
import { takeGuard } from './restore-store'

type Contract = typeof deskContract

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** Compared as hashes of one length, in constant time. Without a secret configured nothing can be restored. */
const isSecret = (given: string): boolean => {
  const secret = process.env.FIRST_ADMINISTRATOR_SECRET
  if (!secret)
    throw new AppError('INTERNAL', { reason: '环境变量 FIRST_ADMINISTRATOR_SECRET 未设置，不能恢复数据，请先填写。' })
  return timingSafeEqual(digest(secret), digest(given))
}

const inUse = () => new AppError('NOT_ALLOWED_NOW', { message: '这个环境已经有管理员或数据，只能恢复到全新的环境里。' })

const nobody = { by: 'operator', name: '运维人员' } as const

/** Starts a restore into an environment without an administrator; the timer carries it out. */
export const restore: Handler<Contract['restore']> = async ({ _id, secret, manifest }, { now, acting }) => {
  if (!isSecret(secret)) throw new AppError('FORBIDDEN', { message: '一次性口令不对，请核对后再试。' })
  const before = await findRestore(_id)
  if (before) return toJobView(before)
  if ((await hasNodes()) || !(await takeGuard(_id, now))) throw inUse()
  const job: RestoreDoc = {
    ...born(acting('officer', nobody), { _id, state: 'running', under: [], subject: '恢复数据', at: now }),
    ...{ by: nobody.name, counts: noCounts, message: '等待开始', attempts: 0 },
    ...{ step: { phase: 'verify', part: 0 }, manifest },
  }
  if (!(await createRestore(job))) return toJobView((await findRestore(_id)) ?? job)
  nudge('desk')
  return toJobView(job)
}

export const restoreState: Handler<Contract['restoreState']> = async ({ id }) => {
  const job = await findRestore(id)
  if (!job) throw new AppError('NOT_FOUND')
  return toJobView(job)
}
