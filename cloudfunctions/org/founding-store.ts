import { transaction } from '../kit/transaction'
import type { FoundingDoc, NodeDoc, PersonDoc } from './documents'
import { patiently } from './patiently'
import { changedPerson, personPatch, strangerOf, type PersonChange } from './person-store'

const foundingId = 'first-administrator'

type Founder = { openid: string; change: PersonChange; now: Date }
type Founded = { founding: FoundingDoc; person: PersonDoc | null }

/**
 * Root node, first administrator and the guard with its fixed id, together or not at all: of two founders one wins.
 * @returns who founded; `person` null where it had happened before
 */
export const found = (attempt: string, root: NodeDoc, { openid, change, now }: Founder): Promise<Founded> =>
  patiently(() =>
    transaction(async (open) => {
      const guard = open.collection('foundings').doc(foundingId)
      const before = (await guard.get()).data as FoundingDoc | null | undefined
      if (before) return { founding: before, person: null }
      const founding: FoundingDoc = { _id: foundingId, attempt, openid, nodeId: root._id, at: now }
      await open.collection('foundings').add({ data: founding })
      await open.collection('nodes').add({ data: root })
      const stored = (await open.collection('people').doc(openid).get()).data as PersonDoc | null | undefined
      const person = changedPerson(stored ?? strangerOf(openid, now), change, now)
      if (stored)
        await open
          .collection('people')
          .doc(openid)
          .update({ data: personPatch(stored, change, now) })
      else await open.collection('people').add({ data: person })
      return { founding, person }
    }),
  )
