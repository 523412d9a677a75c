import { AppError } from 'types/app-error'
import { recording, type Acting } from '../kit/aggregate'
import { transaction } from '../kit/transaction'
import type { NodeDoc, PersonDoc } from './documents'
import { read, write } from './grant-store'
import { patiently } from './patiently'
import { changedPerson, personPatch } from './person-store'

const noted = (node: NodeDoc, { personId, name: before }: PersonDoc, name: string, acting: Acting, at: Date) =>
  recording(
    node,
    { ...acting, by: personId, name: before ?? '', verb: `姓名改为「${name}」` },
    { act: 'rename', from: node.state, to: node.state, at, data: { personId } },
  )

/**
 * Who holds an office changes his name: the person, and an event at each of his nodes, together or not at all.
 * @throws AppError CONFLICT where the person is gone meanwhile
 */
export const renameTogether = async (
  openid: string,
  set: Partial<PersonDoc> & { name: string },
  acting: Acting,
  now: Date,
): Promise<PersonDoc> => {
  const renamed = await patiently(() =>
    transaction(async (open) => {
      const person = await read<PersonDoc>(open, 'people', openid)
      if (!person) return null
      const nodeIds = person.name === set.name ? [] : person.grants.map(({ nodeId }) => nodeId)
      for (const nodeId of new Set(nodeIds)) {
        const node = await read<NodeDoc>(open, 'nodes', nodeId)
        if (node) await write(open, 'nodes', nodeId, noted(node, person, set.name, acting, now))
      }
      await write(open, 'people', openid, personPatch(person, { set }, now))
      return changedPerson(person, { set }, now)
    }),
  )
  if (!renamed) throw new AppError('CONFLICT')
  return renamed
}
