import { randomBytes } from 'node:crypto'
import { AppError } from 'types/app-error'
import type { ErasePayload } from 'types/documents'
import { newId } from 'types/ids'
import { managerRoles } from 'types/org'
import type { orgContract } from 'types/org-contract'
import { born, type Acting } from '../kit/aggregate'
import type { Handler } from '../kit/serve'
import type { ErasureDoc, PersonDoc } from './documents'
import { createErasure } from './erasure-store'
import { withdrawInvitesOf } from './invites'
import { findPerson, removePerson } from './person-store'

const isManager = ({ grants }: PersonDoc) => grants.some((grant) => managerRoles.includes(grant.role))

const holders = ['volunteer', 'hazard', 'quiz', 'notice'] as const

const erasureOf = (acting: Acting, openid: string, now: Date): ErasureDoc => {
  const payload: ErasePayload = { openid }
  const push = holders.map((to) => ({ to, kind: 'erase', payload }))
  const birth = { _id: newId(randomBytes), state: 'requested' as const, under: [], subject: '个人资料', at: now, push }
  return { ...born(acting, birth), openid }
}

const tries = 5

/** The timer may write to the very same document: what he asked for goes all the same, unless he got an office. */
const removeAnyway = async (person: PersonDoc) => {
  let now: PersonDoc | null = person
  for (let round = 0; now && round < tries; round++) {
    if (isManager(now)) break
    if (await removePerson(now)) return
    now = await findPerson(person._id)
  }
  if (now) throw new AppError('CONFLICT')
}

/**
 * Removes everything personal; counts stay. The request is written first, so that the timer finishes what breaks off.
 * What a former officer had sent out goes with him.
 * Asked again it simply has nothing left to remove.
 */
export const eraseMe: Handler<typeof orgContract.eraseMe> = async (_input, { caller, acting, now }) => {
  const person = await findPerson(caller.openid)
  if (person && isManager(person))
    throw new AppError('NOT_ALLOWED_NOW', { message: '您还担任工会干部或监管人员，请先请上级撤销职务，再来注销。' })
  // Nobody else's record needs to know which worker it was.
  const held = person?.formerGrants.length ? person : null
  const who = acting('applicant', { by: held?.personId ?? 'worker', name: '' })
  await createErasure(erasureOf(who, caller.openid, now))
  if (held) await withdrawInvitesOf(held.personId, [], who, now)
  if (person) await removeAnyway(person)
  return { erased: true }
}
