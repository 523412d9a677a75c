import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import type { personEntries } from 'types/org'
import { countAtBooth, countFrom, type VisitAddition } from 'types/visit-source'
import { nudge } from '../../kit/nudge'
import type { Handler } from '../../kit/serve'
import { findBooth } from './booth-store'
import { changePerson } from '../change-person'
import type { BoothDoc, PersonDoc } from '../documents'
import { findByPersonId, findPerson, type PersonChange } from '../person-store'

type Input = InputOf<(typeof personEntries)['scan']>

const keepVisits = 50
const keepBooths = 200
/** A scan that could not be told at once still counts for its own hour. */
const latestMs = 7 * 86_400_000

const momentOf = (at: string | undefined, now: Date): Date => {
  const told = at === undefined ? now : new Date(at)
  return told > now || now.getTime() - told.getTime() > latestMs ? now : told
}

type Scan = { id: string; at: Date }

/** Where the visit belongs: a lost code's to the booth it leads to, counted apart at its own. */
const seatOf = (booth: BoothDoc, at: Date): { boothId: string | null; count: VisitAddition[] } => {
  if (booth.state === 'open') return { boothId: booth._id, count: [] }
  return { boothId: booth.leads?.booth?.id ?? null, count: countAtBooth(booth._id, 'redirected', at) }
}

/** Null where this very scan was counted before. */
const visit = (person: PersonDoc, booth: BoothDoc, { id, at }: Scan): PersonChange | null => {
  if (person.visits.some((earlier) => earlier.id === id)) return null
  const { boothId, count } = seatOf(booth, at)
  const isNew = boothId !== null && !person.booths.includes(boothId)
  // A phone that was not told where the code leads names the code: kit/came-by finds the booth by it.
  const code = boothId && boothId !== booth._id ? { code: booth._id } : {}
  return {
    set: {
      visits: [...person.visits, { id, boothId: boothId ?? booth._id, ...code, at }].slice(-keepVisits),
      ...(isNew ? { booths: [...person.booths, boothId].slice(-keepBooths) } : {}),
      boothUnder: [...new Set([...person.boothUnder, ...booth.under])],
    },
    count: [
      ...count,
      ...(boothId ? countAtBooth(boothId, 'scans', at) : []),
      ...(isNew ? countAtBooth(boothId, 'people', at) : []),
    ],
  }
}

/** Somebody's own code: counted for him, and for nobody's booth. */
const meeting = (person: PersonDoc, by: string, { id, at }: Scan): PersonChange | null => {
  if (person.visits.some((earlier) => earlier.id === id)) return null
  const isNew = !(person.carriers ?? []).includes(by)
  return {
    set: {
      visits: [...person.visits, { id, boothId: by, at }].slice(-keepVisits),
      ...(isNew ? { carriers: [...(person.carriers ?? []), by].slice(-keepBooths) } : {}),
    },
    count: [...countFrom({ by }, 'scans', at), ...(isNew ? countFrom({ by }, 'people', at) : [])],
  }
}

/** What a scan changes about its person; null where it counts for nothing. @throws AppError NOT_FOUND */
const effectOf = async ({ booth: boothId, by = '' }: Input, scan: Scan) => {
  if (boothId === undefined) {
    const carrier = await findByPersonId(by)
    if (!carrier) throw new AppError('NOT_FOUND')
    return (person: PersonDoc) => (person.personId === by ? null : meeting(person, by, scan))
  }
  const booth = await findBooth(boothId)
  if (!booth) throw new AppError('NOT_FOUND')
  return booth.state === 'closed' ? null : (person: PersonDoc) => visit(person, booth, scan)
}

/**
 * Counts a scan and remembers through which unions this person can be reached. A closed booth counts no more; the code
 * of a redirected one counts for the booth it leads to, and apart for itself.
 */
export const scan: Handler<(typeof personEntries)['scan']> = async (input, { caller, now }) => {
  const at = momentOf(input.at, now)
  const [effect, person] = await Promise.all([effectOf(input, { id: input._id, at }), findPerson(caller.openid)])
  if (!effect) return { id: input._id }
  await changePerson(caller.openid, now, effect, person)
  nudge('org')
  return { id: input._id }
}
