import * as z from './zod'
import { Id } from './ids'
import { FileId, Instant, PageQuery, optionalText, text } from './fields'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type JobState = 'running' | 'done' | 'failed'
/** A backup or a restore: carried out in pieces by the timer, resumable after a crash between any two. */
export const jobMachine: Machine<JobState, 'finish' | 'fail'> = {
  states: {
    running: { label: '进行中', tone: 'doing' },
    done: { label: '已完成', tone: 'done' },
    failed: { label: '没有完成', tone: 'late' },
  },
  moves: [
    { from: ['running'], act: 'finish', to: 'done', by: ['clock'], label: '完成' },
    { from: ['running'], act: 'fail', to: 'failed', by: ['clock'], label: '没有完成' },
  ],
}

export const EventView = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  office: z.string().nullable().describe('node in whose name he acted'),
  mark: z.string().nullable().describe('short mark of the person: two of one name differ in it'),
  verb: z.string(),
  subject: z.string().describe('what it happened to, in words'),
  subjectId: z.string(),
  kind: z.string().describe('the collection it lies in: two may hold the same id'),
  seq: z.int(),
  hash: z.string(),
})
export const BackupView = z.object({
  id: Id,
  state: z.enum(['running', 'done', 'failed']),
  at: Instant,
  by: z.string(),
  documents: z.int(),
  files: z.int(),
  parts: z.int(),
  manifest: z.string().nullable().describe('file id of the manifest'),
  message: z.string().nullable().describe('how far it has come, why it did not finish, or what was left out'),
})
const administrator = { role: 'officer', scope: 'root' } as const

export const deskContract = {
  ...platformEntries,
  /** What waits for this officer: the numbers on the desk. */
  overview: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional() }),
    output: z.object({
      nodeName: z.string(),
      hazards: z.object({
        toAccept: z.int(),
        toAssign: z.int(),
        fixing: z.int(),
        overdue: z.int(),
        toClose: z.int(),
        closed: z.int(),
      }),
      applications: z.object({ desk: z.int(), union: z.int(), regulator: z.int(), enrolled: z.int() }),
      booths: z.object({ scans: z.int(), players: z.int(), reports: z.int(), applications: z.int() }),
    }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
  /** Append-only audit of reviews, draws, closes, exports within a subtree, newest first. */
  events: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), verb: optionalText(20), ...PageQuery }),
    output: z.object({ items: z.array(EventView), more: z.boolean() }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
  /** Recomputes the hash chain of one subject. */
  verify: {
    kind: 'query',
    input: z.strictObject({ subjectId: z.string().min(1).max(60), kind: z.string().min(1).max(60).optional() }),
    output: z.object({ events: z.int(), intact: z.boolean(), brokenAt: z.int().nullable(), head: z.string() }),
    access: { role: ['officer', 'regulator'], scope: 'trail' },
  },
  backup: {
    kind: 'command',
    input: z.strictObject({ _id: Id }),
    output: BackupView,
    access: administrator,
    audit: '备份全部数据',
  },
  backups: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(BackupView), more: z.boolean() }),
    access: administrator,
  },
  /** Only into an environment that has no administrator yet, with the one-time secret. */
  restore: {
    kind: 'command',
    input: z.strictObject({ _id: Id, secret: text(100, '一次性口令'), manifest: FileId }),
    output: BackupView,
    access: 'anyone',
    audit: '恢复全部数据',
  },
  restoreState: { kind: 'query', input: z.strictObject({ id: Id }), output: BackupView, access: 'anyone' },
} as const satisfies Contract
