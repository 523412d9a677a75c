import type { ReporterIdentity } from 'types/hazard'
import { dropKeptFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { removeStored } from '@/lib/storage'
import { submit, type Submission } from '@/lib/submit-queue'
import { startReport } from './report-round'
import { rememberRetrieval } from './retrieval'

type Joining = { hazardId: string; identity: ReporterIdentity; words: string; photos: readonly string[] }
type Made = Omit<Joining, 'photos'> & { id: string; retrievalKey: string | undefined }

/** A join as the queue sends it. */
export const toJoin = ({ id, hazardId, identity, words, retrievalKey }: Made): Submission => ({
  domain: 'hazard',
  action: 'join',
  title: '我也看到了',
  input: {
    ...{ _id: id, id: hazardId, identity },
    ...(words.trim() && { words: words.trim() }),
    ...(retrievalKey && { retrievalKey }),
  },
})

/** Joins instead of reporting: stored before it is sent; what was being written is done with. */
export const sendJoin = async ({ photos, ...joining }: Joining) => {
  const id = await newId()
  const retrievalKey = joining.identity === 'anonymous' ? await newId() : undefined
  // Kept before it leaves: without it nobody could ever follow it.
  if (retrievalKey) rememberRetrieval(joining.hazardId, retrievalKey)
  void submit(toJoin({ ...joining, id, retrievalKey }))
  startReport()
  removeStored('draft-hazard')
  await Promise.all(photos.map(dropKeptFile))
}
