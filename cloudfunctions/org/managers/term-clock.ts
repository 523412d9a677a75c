import { formatDate } from 'types/calendar'
import { nextTermAt } from 'types/org-managers'
import { managerRoles, roleLabels } from 'types/org'
import { recording, type Acting, type OutboxItem } from '../../kit/aggregate'
import { eachAlone } from '../../kit/each-alone'
import { messageTo } from '../../kit/message'
import type { NodeDoc, PersonDoc, StoredGrant } from '../documents'
import { revokeTogether, type Revocation } from '../grant-store'
import { withdrawInvitesOf } from '../invites'
import { dismiss, mayLoseOne, without } from '../revoke-grant'
import { listDueTerms, listManagersAt } from './manager-store'
import { withTerm } from './set-term'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '任期提醒' }
const dayMs = 86_400_000

type Push = Omit<OutboxItem, 'id'>
type Due = { person: PersonDoc; grant: StoredGrant; until: Date }

const tell = (openid: string, title: string, { grant, until, person }: Due): Push => {
  const values = { thing1: title, thing2: grant.nodeName, time3: until, thing4: `${person.name ?? ''}，请续任或换人` }
  return messageTo({ openid, template: 'work-to-do', values, page: 'packages/org/people', trigger: 'term' })
}

/** He himself, and whoever else manages the node. */
const tellAll = async (title: string, due: Due): Promise<Push[]> => {
  const managers = (await listManagersAt(due.grant.nodeId)).filter(({ grants }) =>
    grants.some(({ nodeId, role }) => nodeId === due.grant.nodeId && managerRoles.includes(role)),
  )
  const openids = new Set([due.person._id, ...managers.map(({ _id }) => _id)])
  return [...openids].map((openid) => tell(openid, title, due))
}

const noted = (node: NodeDoc, { person, grant, until }: Due, act: string, verb: string, push: Push[], at: Date) => {
  const data = { grantId: grant.id, role: grant.role, personId: person.personId, until: until.toISOString() }
  return recording(node, { ...clock, verb }, { act, from: node.state, to: node.state, at, data, push })
}

type Decide = (person: PersonDoc, grant: StoredGrant, node: NodeDoc) => Revocation

const change = ({ person: known, grant: { id, nodeId, until } }: Due, now: Date, decide: Decide) =>
  revokeTogether(known._id, nodeId, now, (person, node) => {
    const grant = person?.grants.find((held) => held.id === id)
    // Somebody was faster: taken back, prolonged, or told of by another run of the clock.
    if (!person || !node || !grant?.nextAt || grant.nextAt > now) return { already: true }
    if (grant.until?.getTime() !== until?.getTime()) return { already: true }
    return decide(person, grant, node)
  })

const remind = async (due: Due, now: Date) => {
  const days = Math.ceil((due.until.getTime() - now.getTime()) / dayMs)
  const push = await tellAll(`任期还有 ${days} 天到期`, due)
  const verb = `${roleLabels[due.grant.role]}任期至${formatDate(due.until)}，已提醒`
  await change(due, now, (person, { id }, node) => ({
    person: { set: withTerm(person, id, { nextAt: nextTermAt(due.until, now) }) },
    node: noted(node, due, 'term-notice', verb, push, now),
  }))
}

/**
 * The end of a term. Where it would leave a node with one manager he goes on until somebody has come in for him: a node
 * that nobody can act for would be worse than an office a few days longer.
 */
const end = async (due: Due, now: Date) => {
  const isFirst = now.getTime() - due.until.getTime() < dayMs
  const push = isFirst ? await tellAll('任期已满，等人接任', due) : []
  let ended = false
  await change(due, now, (person, grant, node) => {
    ended = !managerRoles.includes(grant.role) || mayLoseOne(node)
    if (ended)
      return {
        person: { set: without(person, grant, now) },
        node: dismiss(node, person, grant, '任期届满', clock, now),
      }
    const set = withTerm(person, grant.id, { nextAt: nextTermAt(due.until, now) })
    return {
      person: { set },
      node: isFirst ? noted(node, due, 'term-held', '任期已满，留任到有人接任', push, now) : {},
    }
  })
  if (ended) {
    const left = due.person.grants.filter(({ id }) => id !== due.grant.id)
    await withdrawInvitesOf(due.person.personId, left, clock, now)
  }
}

/** Reminds of terms that end, and ends them. */
export const followTerms = async (now: Date): Promise<number> => {
  const found = await listDueTerms(now)
  const due = found.flatMap((person) =>
    person.grants.flatMap((grant): Due[] =>
      grant.until && grant.nextAt && grant.nextAt <= now ? [{ person, grant, until: grant.until }] : [],
    ),
  )
  await eachAlone(due, (one) => (one.until > now ? remind(one, now) : end(one, now)))
  return found.length
}
