import * as z from 'types/zod'
import { Labels } from 'types/labels'

const Draft = z.object({ version: z.int(), savedAt: z.string(), values: z.unknown() })

const Came = z.object({ id: z.string(), at: z.string() })

const QueuedFile = z.object({ kept: z.string(), cloudPath: z.string(), fileId: z.string().nullable() })

export const QueueItem = z.object({
  /** The `_id` of what is created, else an id made of what is changed: the same thing is never queued twice. */
  id: z.string(),
  domain: z.string(),
  action: z.string(),
  /** One line for the person: what this is. */
  title: z.string(),
  input: z.record(z.string(), z.unknown()),
  /** Field of the input that takes the ids of the uploaded files, in order. */
  fileField: z.string().nullable(),
  files: z.array(QueuedFile),
  state: z.enum(['waiting', 'sending', 'delivered', 'attention']),
  attempts: z.int(),
  nextAt: z.number(),
  createdAt: z.string(),
  /** Plain Chinese, when a person must act. */
  problem: z.string().nullable(),
  result: z.unknown(),
  /** The form's own, for taking the item back; never sent. */
  note: z.unknown().optional(),
})
export type QueueItem = z.output<typeof QueueItem>

/** Everything the phone remembers, each key with its shape; what no longer fits the shape is forgotten. */
export const storageKeys = {
  display: z.object({ level: z.enum(['standard', 'large', 'huge']), simple: z.boolean() }),
  /** What institutions are called here, as the phone was told last. */
  labels: Labels.partial(),
  booth: Came,
  /** The first booth and the first personal code scanned: what is done within a day counts for them. */
  source: z.object({ booth: Came, by: Came }).partial(),
  /** Scans the cloud has not heard of yet. */
  scans: z.array(
    z.object({ _id: z.string(), booth: z.string().optional(), by: z.string().optional(), at: z.string() }),
  ),
  /** What a code led to last: shown where the cloud is busy. */
  landing: z.object({ key: z.string(), landing: z.unknown() }),
  /** Privacy purpose → ISO instant of the consent (browser only; WeChat remembers its own). */
  privacy: z.record(z.string(), z.string()),
  queue: z.array(QueueItem),
  /** Anonymous reports: id → retrieval key, so that their reporter alone can follow them. */
  retrieval: z.record(z.string(), z.string()),
  /** What this phone raised against lists of rewards: list → ids, so that the answers are found again. */
  objections: z.record(z.string(), z.array(z.string())),
  /** Browser only: who this window is. */
  persona: z.object({ openid: z.string(), name: z.string() }),
  /** The contest somebody chose where several run. */
  contest: z.string(),
  /** Made at first use: tells the contest that two papers came from one phone. */
  device: z.string(),
  /** A team's link that was opened, until the unit is told. */
  'team-link': z.object({ campaignId: z.string(), unitId: z.string(), key: z.string() }),
  /** Contests whose player was asked for a unit and put it off. */
  'unit-asked': z.array(z.string()),
  /** Subscribe messages: template → day of the last no, place → day it asked last. */
  subscribe: z.object({ refused: z.record(z.string(), z.string()), asked: z.record(z.string(), z.string()) }),
  /** Unions that were seen to have all they need to begin. */
  'set-up': z.array(z.string()),
  /** Whether a sign-in at an activity says where it was. */
  'sign-place': z.boolean(),
  /** When the rules of taking pictures were read. */
  'shooting-rules': z.string(),
  'draft-hazard': Draft,
  'draft-spoken': Draft,
  'draft-volunteer': Draft,
  'draft-answer': Draft,
  'draft-push': Draft,
  'draft-paper': Draft,
} as const

export type StorageKey = keyof typeof storageKeys
export type DraftKey = Extract<StorageKey, `draft-${string}`>
export type Stored<K extends StorageKey> = z.output<(typeof storageKeys)[K]>
