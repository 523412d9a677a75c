import { AppError } from 'types/app-error'
import type { pushEntries } from 'types/notice-pushes'
import { nudge } from '../../kit/nudge'
import type { Handler } from '../../kit/serve'
import { listOfficersAt } from '../audience/audience-store'
import type { NodeDoc } from '../documents'
import { bornPush, checkedSaid, keepPush } from './born-push'

type Entries = typeof pushEntries

const listTesters = async (nodeId: string) => {
  const people = await listOfficersAt([nodeId])
  return people.filter(({ grants }) => grants.some((grant) => grant.role === 'officer' && grant.nodeId === nodeId))
}

/** Colleagues of the node who may be asked to look at a push first. */
export const testers: Handler<Entries['testers'], NodeDoc> = async (_input, { subject: node, caller }) => {
  const people = await listTesters(node._id)
  const others = people.filter(({ personId }) => personId !== caller.personId)
  return { items: others.map(({ personId: id, name }) => ({ id, name: name ?? '未留姓名' })) }
}

/** Sends the words to oneself and a few colleagues, as everybody would get them. */
export const trial: Handler<Entries['trial'], NodeDoc> = async ({ _id, testers: named, ...input }, context) => {
  const { subject: node, caller, now } = context
  const said = checkedSaid(input, node.name, now)
  const found = named.length > 0 ? await listTesters(node._id) : []
  const asked = [...new Set(named)].filter((id) => id !== caller.personId)
  const others = asked.map((id) => found.find(({ personId }) => personId === id))
  if (others.includes(undefined))
    throw new AppError('INVALID_INPUT', { fields: { testers: '只能请本单位的工会干部试看，请重新选择' } })
  const names = [caller.name ?? '本人', ...others.map((one) => one?.name ?? '未留姓名')]
  const push = bornPush(
    said,
    {
      ...{ _id, state: 'preparing', audience: { nodeId: node._id, who: 'officers' }, day: null },
      ...{ audienceWords: names.join('、'), testers: [caller.personId, ...asked] },
    },
    context,
  )
  const view = await keepPush(push, context)
  nudge('notice')
  return view
}
