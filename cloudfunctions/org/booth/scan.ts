import { AppError } from 'types/app-error'
import type { orgContract } from 'types/org-contract'
import { nudge } from '../../kit/nudge'
import type { Handler } from '../../kit/serve'
import { findBooth } from './booth-store'
import { changePerson } from '../change-person'
import type { BoothDoc, PersonDoc } from '../documents'
import { findPerson, type PersonChange } from '../person-store'

const keepVisits = 50
const keepBooths = 200

/** Null where this very scan was counted before. */
const visit = (person: PersonDoc, booth: BoothDoc, id: string, now: Date): PersonChange | null => {
  if (person.visits.some((earlier) => earlier.id === id)) return null
  const key = `booth.${booth._id}`
  const isNew = !person.booths.includes(booth._id)
  return {
    set: {
      visits: [...person.visits, { id, boothId: booth._id, at: now }].slice(-keepVisits),
      ...(isNew ? { booths: [...person.booths, booth._id].slice(-keepBooths) } : {}),
      boothUnder: [...new Set([...person.boothUnder, ...booth.under])],
    },
    count: [{ key, field: 'scans', by: 1 }, ...(isNew ? [{ key, field: 'people', by: 1 }] : [])],
  }
}

/** Counts a scan and remembers through which unions this person can be reached. A closed booth counts no more. */
export const scan: Handler<typeof orgContract.scan> = async ({ _id, booth: boothId }, { caller, now }) => {
  const [booth, person] = await Promise.all([findBooth(boothId), findPerson(caller.openid)])
  if (!booth) throw new AppError('NOT_FOUND')
  if (booth.state === 'closed') return { id: _id }
  await changePerson(caller.openid, now, (before) => visit(before, booth, _id, now), person)
  nudge('org')
  return { id: _id }
}
