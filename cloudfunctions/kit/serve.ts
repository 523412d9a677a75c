import { AppError } from 'types/app-error'
import type { Contract, Entry, Envelope, InputOf } from 'types/contract'
import type { Actor } from 'types/state-machine'
import type * as z from 'types/zod'
import { admit, type Admission, type Subject, type Subjects } from './access'
import type { Acting } from './aggregate'
import { beginCall, type CurrentCall } from './current-call'
import { readContext, type Caller, type StoredGrant } from './identity'
import { logCall } from './log'
import { nudge, wake } from './nudge'
import { errorText } from './platform-error'
import { newRequestId } from './request-id'
import { askForMove } from './tree-move'

type SubjectName<E extends Entry> = E['access'] extends { scope: infer S }
  ? S
  : E['access'] extends { owner: infer S }
    ? S
    : never
type DocOf<T> = T extends Subject<infer Doc> ? Doc : undefined

export type Context<Doc = undefined> = {
  caller: Caller
  subject: Doc
  /** The grant that let the caller in; null for `anyone`, owners and functions. */
  grant: StoredGrant | null
  now: Date
  requestId: string
  /** Who acts, for events: the entry's audit verb, the person id, the display name. */
  acting: (actor: Actor, as?: { by: string; name: string }) => Acting
}
export type Handler<E extends Entry, Doc = undefined> = (
  input: InputOf<E>,
  context: Context<Doc>,
) => Promise<z.input<E['output']>>
type Handlers<C extends Contract, S extends Record<keyof S, Subject<unknown>>> = {
  [K in keyof C]: Handler<C[K], SubjectName<C[K]> extends keyof S ? DocOf<S[SubjectName<C[K]>]> : undefined>
}

const fieldsOf = (error: z.ZodError) => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  return fields
}

const parseInput = <E extends Entry>(entry: E, input: unknown): InputOf<E> => {
  const parsed = entry.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data as InputOf<E>
  throw new AppError('INVALID_INPUT', { fields: fieldsOf(parsed.error) })
}

const parseOutput = (entry: Entry, output: unknown): unknown => {
  const parsed = entry.output.safeParse(output)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join('; ')
  throw new AppError('INTERNAL', { reason: `output: ${where}` })
}

const toAppError = (thrown: unknown): AppError =>
  thrown instanceof AppError ? thrown : new AppError('INTERNAL', { reason: errorText(thrown) || String(thrown) })

// The platform's own pushes carry Event, never `action`; the timer carries Type 'Timer'.
const readEvent = (contract: Contract, event: Record<string, unknown>): { action: string; input: unknown } => {
  if (event.Type === 'Timer') return { action: 'tick', input: { all: event.Message === 'all' } }
  if (typeof event.action === 'string') return { action: event.action, input: event.input }
  return event.Event === 'wxa_media_check' && 'mediaChecked' in contract
    ? { action: 'mediaChecked', input: event }
    : { action: '', input: undefined }
}

const contextOf = (entry: Entry, admission: Admission, requestId: string): Context<unknown> => ({
  ...admission,
  requestId,
  now: new Date(),
  acting: (actor, as) => {
    const { personId, name } = admission.caller
    const who = as ?? { by: personId, name: name ?? '' }
    return { by: who.by, name: who.name, actor, verb: entry.audit ?? '', office: admission.grant?.nodeName }
  },
})

const treeRoles: readonly string[] = ['officer', 'regulator']
const rolesOf = ({ access }: Entry): readonly string[] =>
  typeof access === 'object' && 'role' in access ? [access.role].flat() : []

// Workers, fixers and team leaders do without: they see no list of a union's, and what they write follows with the rest.
// The timer asks when it has something to do.
const seesUnions = (entry: Entry) =>
  entry.kind === 'callback' || rolesOf(entry).some((role) => treeRoles.includes(role))

const runEntry = async (
  entry: Entry,
  handler: Handler<Entry, unknown>,
  subjects: Subjects,
  rawInput: unknown,
  requestId: string,
) => {
  const context = readContext()
  const input = parseInput(entry, rawInput)
  if (seesUnions(entry)) askForMove()
  const admission = await admit(entry.access, subjects, input, context)
  return handler(input, contextOf(entry, admission, requestId))
}

// Not every write to an outbox leaves an event; and a retry that writes nothing may follow a write whose instance died.
const followUp = (domain: string, entry: Entry | undefined, { recorded }: CurrentCall) => {
  if (entry?.kind !== 'command' && entry?.kind !== 'callback') return
  if (recorded > 0) nudge(domain)
  else wake(domain)
}

/**
 * The one door of a function. For every call: parse the event → identity and grants → role → input → subject → scope →
 * handler → output → audit note → envelope → one log line. Handlers throw AppError; nobody else catches.
 * @example export const main = serve('hazard', hazardContract, handlers, subjects)
 */
export const serve = <C extends Contract, S extends Record<keyof S, Subject<unknown>>>(
  domain: string,
  contract: C,
  handlers: Handlers<C, S>,
  subjects: S,
) => {
  const answer = async (event: Record<string, unknown>): Promise<Envelope<unknown> | 'success'> => {
    const { action, input } = readEvent(contract, event)
    const requestId = newRequestId()
    const call = beginCall(requestId, action)
    const entry = Object.hasOwn(contract, action) ? contract[action] : undefined
    try {
      if (!entry) throw new AppError('UNKNOWN_ACTION')
      const handler = handlers[action] as unknown as Handler<Entry, unknown>
      const data = parseOutput(entry, await runEntry(entry, handler, subjects as unknown as Subjects, input, requestId))
      logCall({ requestId, action, ms: Date.now() - call.startedAt, trips: call.trips, code: 'OK' })
      // WeChat repeats a push until it reads this word.
      return data === 'success' ? data : { ok: true, data }
    } catch (thrown) {
      const { code, message, fields, reason } = toAppError(thrown)
      logCall({
        requestId,
        action: entry ? action : 'unknown',
        ms: Date.now() - call.startedAt,
        trips: call.trips,
        code,
        reason,
      })
      return { ok: false, error: { code, message, ...(fields ? { fields } : {}), requestId } }
    } finally {
      followUp(domain, entry, call)
    }
  }
  return (event: unknown) =>
    answer((typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>)
}
