import { AppError } from 'types/app-error'
import type { Access, Role } from 'types/contract'
import { identify, isPlatformCall, type Caller, type StoredGrant } from './identity'

/**
 * How an entry's subject is found and whom it lies under. Methods, so that a loader of one document type fits the
 * table of all.
 */
export type Subject<Doc> = {
  /** One trip; null where there is none. `input` is the entry's parsed input. */
  load(input: never, caller: Caller): Promise<Doc | null>
  /** Node ids that may see it, from both trees. */
  under?(doc: Doc): readonly string[]
  /** openid of the person it belongs to; null when nobody is stored. */
  owner?(doc: Doc): string | null
  /** Narrows a role further than the subtree (a fixer sees one enterprise). */
  admits?(doc: Doc, grant: StoredGrant): boolean
}
export type Subjects = Record<string, Subject<unknown>>

const rolesOf = (access: { role: Role | readonly Role[] }): readonly Role[] =>
  typeof access.role === 'string' ? [access.role] : access.role

const reaches = (subject: Subject<unknown>, doc: unknown, grant: StoredGrant) =>
  subject.admits ? subject.admits(doc, grant) : (subject.under?.(doc) ?? []).includes(grant.nodeId)

const loadFor = async (subjects: Subjects, name: string, input: unknown, caller: Caller) => {
  const subject = subjects[name]
  if (!subject) throw new AppError('INTERNAL', { reason: `no subject ${name}` })
  const doc = await subject.load(input as never, caller)
  if (doc === null) throw new AppError('NOT_FOUND')
  return { subject, doc }
}

export type Admission = { caller: Caller; subject: unknown; grant: StoredGrant | null }

const nobody = (openid: string): Caller => ({ openid, personId: '', name: null, grants: [] })

const admitByRole = async (
  access: { role: Role | readonly Role[]; scope?: string },
  subjects: Subjects,
  input: unknown,
  openid: string,
) => {
  const everything = await identify(openid)
  const caller = { ...everything, grants: everything.grants.filter((grant) => rolesOf(access).includes(grant.role)) }
  const [first] = caller.grants
  if (!first) throw new AppError('FORBIDDEN')
  if (!access.scope) return { caller, subject: undefined, grant: first }
  const { subject, doc } = await loadFor(subjects, access.scope, input, caller)
  const grant = caller.grants.find((candidate) => reaches(subject, doc, candidate))
  // The same answer as for a missing record: who guesses an id must not learn that it exists.
  if (!grant) throw new AppError('NOT_FOUND')
  return { caller, subject: doc, grant }
}

/**
 * Enforces one entry's access: identity, role, subject (loaded once and handed on), scope.
 * @throws AppError FORBIDDEN without the role, NOT_FOUND where the subject is missing or out of reach
 */
export const admit = async (
  access: Access,
  subjects: Subjects,
  input: unknown,
  context: { openid: string; source: string },
): Promise<Admission> => {
  if (access === 'function') {
    if (!isPlatformCall(context.source)) throw new AppError('FORBIDDEN')
    return { caller: nobody(context.openid), subject: undefined, grant: null }
  }
  if (access === 'anyone') return { caller: nobody(context.openid), subject: undefined, grant: null }
  if ('role' in access) return admitByRole(access, subjects, input, context.openid)
  const { subject, doc } = await loadFor(subjects, access.owner, input, nobody(context.openid))
  if (!context.openid || subject.owner?.(doc) !== context.openid) throw new AppError('NOT_FOUND')
  return { caller: nobody(context.openid), subject: doc, grant: null }
}
