import { AppError } from 'types/app-error'
import { allParts } from 'types/notice-audience'
import { audienceMachine, mostAudiences, type audienceEntries } from 'types/notice-audiences'
import { born, move } from '../../kit/aggregate'
import type { StoredGrant } from '../../kit/identity'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { wordsOf } from './check-audience'
import { listActivitiesOf, listContestsFor, listIndustries } from './condition-store'
import {
  audiences as store,
  createAudience,
  findAudience,
  isFull,
  listAudiences,
  type AudienceDoc,
} from './saved-store'

type Entries = typeof audienceEntries

const toView = (
  { _id: id, name, audience, words, nodeName, by, version, under }: AudienceDoc,
  grants: readonly StoredGrant[],
) => ({
  ...{ id, name, audience, words, nodeName, by, version },
  mine: grants.some(({ nodeId }) => under.includes(nodeId)),
})

/** Audiences the node keeps, and those of it that unions above keep: only such as lie within the node can be sent to. */
export const audiences: Handler<Entries['audiences'], NodeDoc> = async (_input, { subject: node, caller }) => {
  const found = await listAudiences(node.under)
  // One that names a node beyond this one's reach is of no use here.
  const usable = found.filter(
    ({ nodeId, audience }) => nodeId === node._id || allParts(audience).every((part) => part.nodeId === node._id),
  )
  const sorted = usable.sort((one, other) => one.name.localeCompare(other.name, 'zh'))
  return { items: sorted.map((doc) => toView(doc, caller.grants)) }
}

export const audienceChoices: Handler<Entries['audienceChoices'], NodeDoc> = async (_input, { subject: node }) => {
  const [industries, contests, activities] = await Promise.all([
    listIndustries(node._id),
    listContestsFor(node._id, node.under),
    listActivitiesOf(node._id),
  ])
  const choice = ({ _id: id, title }: { _id: string; title: string }) => ({ id, title })
  return {
    industries: industries.slice(0, 30),
    contests: contests.map(choice),
    activities: activities.map(choice),
  }
}

export const saveAudience: Handler<Entries['saveAudience'], NodeDoc> = async (
  { _id, nodeId, name, audience },
  { subject: node, caller, acting, now },
) => {
  const words = await wordsOf(node, audience)
  const before = await findAudience(_id)
  if (!before && (await isFull(nodeId)))
    throw new AppError('INVALID_INPUT', { message: `一个工会最多保存 ${mostAudiences} 个推送对象，请先停用不用的。` })
  const birth = { _id, state: 'live' as const, under: node.under, subject: `推送对象「${name}」`, at: now }
  const made: AudienceDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId, nodeName: node.name, name, audience, words, by: caller.name ?? '' },
  }
  if (!before && (await createAudience(made))) return toView(made, caller.grants)
  const stands = before ?? (await findAudience(_id))
  if (!stands || !isSameAuthor(stands, made) || !isSame(stands, made, ['nodeId', 'name', 'audience']))
    throw new AppError('ALREADY_EXISTS')
  return toView(stands, caller.grants)
}

export const retireAudience: Handler<Entries['retireAudience'], AudienceDoc> = (
  { version },
  { subject, acting, now },
) => move(store, audienceMachine, subject, acting('officer'), 'retire', version, { at: now })
