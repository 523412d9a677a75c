import { AppError } from 'types/app-error'
import type { PersonDoc } from './documents'
import { changedPerson, findPerson, insertPerson, strangerOf, updatePerson, type PersonChange } from './person-store'

const rounds = 4

/**
 * Changes the person with this openid, creating the document where there is none: one trip to write, one more to read
 * when `known` is left out. Where two calls meet, the later one starts again from what the first has written.
 * @param change what to change; null leaves everything as it is
 * @throws AppError CONFLICT after four meetings
 */
export const changePerson = async (
  openid: string,
  now: Date,
  change: (person: PersonDoc) => PersonChange | null,
  known?: PersonDoc | null,
): Promise<PersonDoc> => {
  for (let round = 0; round < rounds; round++) {
    const stored = round === 0 && known !== undefined ? known : await findPerson(openid)
    const person = stored ?? strangerOf(openid, now)
    const wanted = change(person)
    if (!wanted) return person
    const done = stored ? await updatePerson(stored, wanted, now) : await insertPerson(person, wanted, now)
    if (done) return changedPerson(person, wanted, now)
  }
  throw new AppError('CONFLICT')
}
