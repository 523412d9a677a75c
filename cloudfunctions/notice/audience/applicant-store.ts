import { dateOf, startOfDay } from 'types/calendar'
import type { ApplicantKind } from 'types/notice-audience'
import type { ApplicationState } from 'types/volunteer'
import { command } from '../../kit/cloud'
import { collection, type Document, type Filter } from '../../kit/collection'

/** What is read of an application here: whose it is, and how it stands. */
type Application = Document & { openid: string | null; liveKey: string; updatedAt: Date }

const applications = collection<Application>('applications')

const states: Record<ApplicantKind, readonly ApplicationState[]> = {
  applying: ['first-review', 'submitted', 'union-approved'],
  returned: ['returned'],
  rejected: ['rejected'],
  left: ['quit', 'removed'],
}
/** Those whose application is over may have applied again since. */
const isOver = (kind: ApplicantKind) => kind === 'rejected' || kind === 'left'
const over: ApplicationState[] = ['rejected', 'withdrawn', 'quit', 'removed']
const startOfYear = (at: Date) => startOfDay(`${dateOf(at).slice(0, 4)}-01-01`)

const filterOf = (nodeId: string, kind: ApplicantKind, at: Date): Filter => ({
  ...{ under: nodeId, state: command.in([...states[kind]]) },
  // A closed application changes no more, but for being erased, and then it is nobody's.
  ...(kind === 'rejected' && { updatedAt: command.gte(startOfYear(at)) }),
})

const openidsOf = (found: readonly Application[]) => [...new Set(found.flatMap(({ openid }) => openid ?? []))]

const withoutLiving = async (kind: ApplicantKind, openids: readonly string[]): Promise<string[]> => {
  if (!isOver(kind) || openids.length === 0) return [...openids]
  const living = await applications.list(
    { liveKey: command.in(openids), state: command.nin(over) },
    { fields: ['liveKey'] },
  )
  const again = new Set(living.map(({ liveKey }) => liveKey))
  return openids.filter((openid) => !again.has(openid))
}

/** Applicants of a union and those below it in the order of their openids after this one; `end` null: nobody behind. */
export const pageApplicants = async (nodeId: string, kind: ApplicantKind, after: string, limit: number, at: Date) => {
  const filter = { ...filterOf(nodeId, kind, at), openid: command.gt(after) }
  const found = await applications.list(filter, { sort: [['openid', 'asc']], limit, fields: ['openid'] })
  const end = found.length < limit ? null : (found.at(-1)?.openid ?? null)
  return { openids: await withoutLiving(kind, openidsOf(found)), end }
}

/** Which of these, at most 1000, are such applicants. */
export const applicantsAmong = async (nodeId: string, kind: ApplicantKind, openids: readonly string[], at: Date) => {
  const filter = { ...filterOf(nodeId, kind, at), openid: command.in(openids) }
  return withoutLiving(kind, openidsOf(await applications.list(filter, { fields: ['openid'] })))
}
