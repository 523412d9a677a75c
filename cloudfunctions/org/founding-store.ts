import { collection } from '../kit/collection'
import { isDuplicate } from '../kit/platform-error'
import { transaction } from '../kit/transaction'
import type { FoundingDoc, NodeDoc, PersonDoc } from './documents'
import { changedPerson, personPatch, strangerOf, type PersonChange } from './person-store'

const foundings = collection<FoundingDoc>('foundings')
const foundingId = 'first-administrator'

/** Who founded the environment, or null. */
export const findFounding = () => foundings.find(foundingId)

type Founder = { openid: string; change: PersonChange; now: Date }
type Founded = { founding: FoundingDoc; person: PersonDoc | null }

const tryFound = (attempt: string, root: NodeDoc, { openid, change, now }: Founder): Promise<Founded> =>
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
  })

/**
 * Root node, first administrator and the guard with its fixed id, together or not at all: of two founders one wins.
 * @returns who founded; `person` null where it had happened before
 */
export const found = async (attempt: string, root: NodeDoc, founder: Founder): Promise<Founded> => {
  try {
    return await tryFound(attempt, root, founder)
  } catch (thrown) {
    // The other founder's guard was committed between our look and our write.
    const before = isDuplicate(thrown) ? await findFounding() : null
    if (before) return { founding: before, person: null }
    throw thrown
  }
}
