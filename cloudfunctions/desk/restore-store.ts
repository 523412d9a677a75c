import { collection } from '../kit/collection'

/** org's guard of the first administrator: while it stands, nobody else becomes one. */
type Guard = { _id: string; attempt: string; openid: string; nodeId: string; at: Date }

const foundings = collection<Guard>('foundings')
const guardId = 'first-administrator'

const attemptOf = (jobId: string) => `restore.${jobId}`

/** Claims the empty environment for one restore; false where there is an administrator or another restore. */
export const takeGuard = async (jobId: string, now: Date): Promise<boolean> => {
  const guard = { _id: guardId, attempt: attemptOf(jobId), openid: '', nodeId: '', at: now }
  return (await foundings.insert(guard)) || (await foundings.find(guardId))?.attempt === attemptOf(jobId)
}

/** Takes the restore's own guard away; one that came out of the backup has another attempt and stays. */
export const dropGuard = (jobId: string) => foundings.remove({ _id: guardId, attempt: attemptOf(jobId) })
