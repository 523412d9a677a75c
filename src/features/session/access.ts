import type { OutputOf, Role } from 'types/contract'
import type { personEntries } from 'types/org'

type Me = OutputOf<typeof personEntries.me>

/** Whether this person holds a grant of one of the roles. */
export const hasRole = (me: Me | undefined, ...roles: Role[]): boolean =>
  me?.grants.some((grant) => roles.includes(grant.role)) ?? false
