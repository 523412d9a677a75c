import type { BackupPart } from 'types/backup'
import type { JobState } from 'types/desk'
import type { Aggregate, OutboxItem } from '../kit/aggregate'

export type Counts = { documents: number; files: number; parts: number }

type Job = Aggregate<JobState> & {
  /** Name of who started it. */
  by: string
  counts: Counts
  message: string | null
  /** Pieces tried in a row without getting on. */
  attempts: number
}

/** Where a copy stands: collection of the list, `_id` after which it goes on, number of the next part. */
export type CopyStep = { collection: number; after: string; part: number }

export type BackupDoc = Job & {
  step: CopyStep
  /** Whether all drainers were ever held; from then on losing one means to begin again. */
  holding: boolean
  restarts: number
  /** `<collection>/<_id>` of documents too large to be read. */
  skipped?: string[]
  /** File id of the manifest; null before it is done and after its files were deleted. */
  manifest: string | null
}

export type PartDoc = BackupPart & { _id: string; jobId: string; no: number; fileId: string }

export type RestoreStep = { phase: 'verify' | 'write'; part: number }
export type RestoreDoc = Job & { step: RestoreStep; manifest: string }

/** The audit trail's head of one day. `_id` is the calendar date in Shanghai. */
export type HeadDoc = {
  _id: string
  state: 'open' | 'sealed'
  /** Head of the day before. */
  previous: string
  head: string
  events: number
  /** Event up to which the open day is folded. */
  at: Date | null
  after: string
  under: string[]
  subject: string
  outbox: OutboxItem[]
  outboxAt: Date | null
  sealedAt: Date | null
}

/** One day's run of the retention job. `_id` is the calendar date in Shanghai. */
export type SweepDoc = { _id: string; state: 'open' | 'done'; removed: Record<string, number>; at: Date }
