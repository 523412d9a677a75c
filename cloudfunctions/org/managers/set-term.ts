import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import { nextTermAt, type managerEntries } from 'types/org-managers'
import { roleLabels } from 'types/org'
import { recording, type Acting } from '../../kit/aggregate'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import type { NodeDoc, PersonDoc, StoredGrant } from '../documents'
import { revokeTogether, type Revocation } from '../grant-store'
import type { GrantSubject } from '../subjects'
import { withTerms } from '../with-terms'

const sameEnd = (left: Date | null | undefined, right: Date | null) =>
  (left?.getTime() ?? null) === (right?.getTime() ?? null)

/** The grants of a person, one of them with another end of its term. */
export const withTerm = (person: PersonDoc, id: string, change: Partial<StoredGrant>) =>
  withTerms(person.grants.map((held) => (held.id === id ? { ...held, ...change } : held)))

type Term = { grant: StoredGrant; until: Date | null; reason: string }

const noted = (node: NodeDoc, person: PersonDoc, { grant, until, reason }: Term, acting: Acting, at: Date) => {
  const verb = `${roleLabels[grant.role]}任期${until ? `至${formatDate(until)}` : '改为不限'}`
  const { personId } = person
  const data = { grantId: grant.id, role: grant.role, personId, reason, until: until?.toISOString() ?? null }
  return recording(node, { ...acting, verb }, { act: 'term', from: node.state, to: node.state, at, data })
}

/** Agrees on an end of somebody's term, or on a later one: 续任. */
export const setTerm: Handler<(typeof managerEntries)['setTerm'], GrantSubject> = async (
  { id, until: asked, reason },
  { subject: { person: known, grant: named, ended }, acting, now },
) => {
  const until = asked === null ? null : new Date(asked)
  if (ended) throw new AppError('NOT_ALLOWED_NOW', { message: '这个职务已经撤销，要再任职请重新邀请。' })
  if (until && until <= now)
    throw new AppError('INVALID_INPUT', { fields: { until: '任期要晚于今天；要立即结束请撤销职务' } })
  const decide = (person: PersonDoc | null, node: NodeDoc | null): Revocation => {
    const grant = person?.grants.find((held) => held.id === id)
    if (!person || !node || !grant) return { refuse: new AppError('CONFLICT') }
    if (sameEnd(grant.until, until)) return { already: true }
    return {
      person: { set: withTerm(person, id, { until, nextAt: nextTermAt(until, now) }) },
      node: noted(node, person, { grant, until, reason }, acting('officer'), now),
    }
  }
  const refused = await revokeTogether(known._id, named.nodeId, now, decide)
  if (refused) throw refused
  countRecorded()
  return { id, until }
}
