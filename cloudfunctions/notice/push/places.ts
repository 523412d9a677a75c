import type { PushDoc } from '../documents'
import { dropPlace, freePlace, listPlaces, renewPlace, takePlace } from './place-store'
import { listOfPlaces } from './push-store'

type Place = Awaited<ReturnType<typeof listPlaces>>[number]
type Wanted = { nodeId: string; day: string; most: number }

/** A call that took a place and has not written its push by then never will. */
const writtenWithinMs = 60_000

const isOver = ({ state, laid, cursor }: PushDoc) => state === 'returned' || (state === 'cancelled' && !laid && !cursor)

/** Nobody gets its push: it went back, was cancelled before it began, was never written or moved to another day. */
const isIdle = (place: Place, push: PushDoc | undefined, day: string, now: Date): boolean => {
  if (push && isOver(push)) return true
  return push?.day !== day && now.getTime() - place.at.getTime() > writtenWithinMs
}

/** Places that are held; what is idle is looked for only where all are taken. */
const heldOf = async ({ nodeId, day, most }: Wanted, now: Date): Promise<Place[]> => {
  const taken = await listPlaces({ nodeId, day })
  if (taken.length < most || taken.length === 0) return taken
  const pushes = new Map((await listOfPlaces(taken.map(({ pushId }) => pushId))).map((push) => [push._id, push]))
  const idle = taken.filter((place) => isIdle(place, pushes.get(place.pushId), day, now))
  await Promise.all(idle.map(dropPlace))
  return taken.filter((place) => !idle.includes(place))
}

/** The day's places that are held; null where this push could not begin on that day. */
export const findRoom = async (pushId: string, wanted: Wanted, now: Date): Promise<Place[] | null> => {
  const held = await heldOf(wanted, now)
  return held.length < wanted.most || held.some((place) => place.pushId === pushId) ? held : null
}

/**
 * Takes a place of the day for this push: one write, which of two in the same second only one can make. The same push
 * again has the place it has.
 * @param found the day's places, where they were read a moment ago
 * @returns false where the day is full
 */
export const holdPlace = async (pushId: string, wanted: Wanted, now: Date, found?: Place[]): Promise<boolean> => {
  // Each round that fails is one in which somebody else took a place.
  for (let round = 0; round <= wanted.most; round++) {
    const held = (round === 0 && found) || (await heldOf(wanted, now))
    const own = held.find((place) => place.pushId === pushId)
    if (!own && held.length >= wanted.most) return false
    const isHeld = own ? renewPlace(own, now) : takePlace({ _id: freePlace(wanted, held), pushId, at: now })
    if (await isHeld) return true
  }
  return false
}
