import type * as z from './zod'
import type { ErrorCode } from './errors'

/** What a person may be. A worker needs no role: every WeChat user is one. */
export type Role = 'officer' | 'regulator' | 'fixer' | 'team-leader'

/**
 * Who may call an entry.
 * - `anyone`: any WeChat user; costs no database trip.
 * - `function`: another cloud function of this environment or its timer, never a person.
 * - `{ owner }`: the person the named subject belongs to.
 * - `{ role, scope }`: a grant of one of the roles; with `scope` the named subject must lie in that grant's subtree.
 */
export type Access = 'anyone' | 'function' | { owner: string } | { role: Role | readonly Role[]; scope?: string }

export type EntryKind = 'command' | 'query' | 'timer' | 'callback'

export type Entry = {
  kind: EntryKind
  input: z.ZodType
  output: z.ZodType
  access: Access
  /** Chinese verb shown in the audit trail; every command has one. */
  audit?: string
}

/** The whole interface of one domain; one cloud function serves it. */
export type Contract = Record<string, Entry>

export type InputOf<E extends Entry> = z.output<E['input']>
export type RawInputOf<E extends Entry> = z.input<E['input']>
export type OutputOf<E extends Entry> = z.output<E['output']>

export type CallError = {
  code: ErrorCode
  /** One plain Chinese sentence: what happened and what to do. */
  message: string
  /** Field path → sentence, for forms. */
  fields?: Record<string, string>
  requestId: string
}

export type Envelope<T> = { ok: true; data: T } | { ok: false; error: CallError }

/** What the phone sends to a function. */
export type CallEvent = { action: string; input?: unknown }
