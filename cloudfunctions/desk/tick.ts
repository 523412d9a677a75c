import { followTree } from '../kit/following'
import { releaseLease, takeLease } from '../kit/lease'
import { nudge } from '../kit/nudge'
import { drain } from '../kit/outbox'
import { newRequestId } from '../kit/request-id'
import { keepAwake, ticking } from '../kit/tick'
import { copyBackup, failBackup } from './copy-backup'
import { following } from './following'
import { heads } from './head-store'
import { advance, backups, findRunning, restores } from './job-store'
import { sealDays } from './seal-days'
import { sweep } from './sweep'
import { brokenSentence, failRestore, writeRestore } from './write-restore'

/** Well below the function's timeout and the lease, for the last piece begun must still end. */
const workMs = 8_000
const pages = 20
const mostAttempts = 10

/** `more`: call again at once, not in a minute. */
type Work = { ran: number; more: boolean }

const stopwatch = () => {
  const startedAt = Date.now()
  return () => Date.now() - startedAt < workMs
}

// A job whose steps die one after another must not be left to the next quarter of an hour: its hold would run out.
const stayAwake = (now: Date) => keepAwake(['desk'], now)

const restoreOn = async (now: Date): Promise<Work | null> => {
  const job = await findRunning(restores)
  if (!job) return null
  await stayAwake(now)
  try {
    const trying = await advance(restores, job, { attempts: job.attempts + 1 })
    if (trying.attempts > mostAttempts) await failRestore(trying, '恢复多次没有进展，请检查云存储后重新开始。')
    else return { ran: 1, more: await writeRestore(trying, now, stopwatch()) }
  } catch (thrown) {
    const sentence = brokenSentence(thrown)
    if (!sentence) throw thrown
    await failRestore(job, sentence)
  }
  return { ran: 1, more: false }
}

const backupOn = async (now: Date): Promise<Work | null> => {
  const job = await findRunning(backups)
  if (!job) return null
  await stayAwake(now)
  const trying = await advance(backups, job, { attempts: job.attempts + 1 })
  if (trying.attempts <= mostAttempts) return { ran: 1, more: await copyBackup(trying, now, stopwatch()) }
  await failBackup(trying, '备份多次没有进展，请检查云存储后重新开始。')
  return { ran: 1, more: false }
}

const daily = async (now: Date): Promise<Work> => {
  const ran = (await sealDays(now, pages)) + (await sweep(now, pages))
  return { ran, more: ran >= pages }
}

const workOn = async (now: Date): Promise<Work> => (await restoreOn(now)) ?? (await backupOn(now)) ?? (await daily(now))

/** One of: a restore, a backup, or what is due once a day. One run at a time. */
const jobs = async (now: Date): Promise<number> => {
  const lease = await takeLease('desk.jobs', newRequestId(), now)
  if (!lease) return 0
  const work = await workOn(now).finally(() => releaseLease(lease))
  if (work.more) nudge('desk')
  return work.ran
}

/** Drains the outboxes, then works on a job. */
export const tick = ticking('desk', {
  soon: [() => drain('desk', [backups, restores, heads], new Date()), () => followTree('desk', following), jobs],
})
