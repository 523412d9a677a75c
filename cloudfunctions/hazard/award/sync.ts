import { rewardWord } from 'types/hazard-award'
import type { OutboxItem } from '../../kit/aggregate'
import type { AwardDoc, AwardPlace, HazardAward } from './award'
import { findAward, noteInHazard, patchAward } from './award-store'
import { labelOf } from './propose'

const stageOf = ({ state }: AwardDoc, { handed }: AwardPlace) =>
  handed ? 'handed' : state === 'final' ? 'final' : 'announced'

const toNote = (doc: AwardDoc, place: AwardPlace): HazardAward => ({
  ...{ id: doc._id, stage: stageOf(doc, place), title: doc.title, seat: place.seat, label: labelOf(place) },
  ...{ reward: rewardWord(place.reward), where: doc.claim.where, until: doc.claim.until },
  announcedAt: doc.announcedAt ?? doc.createdAt,
  objectUntil: doc.objectUntil ?? doc.createdAt,
  ...{ finalAt: doc.finalAt, handedAt: place.handed?.at ?? null },
})

type Payload = { awardId: string; hazardId: string; of: string }

// What a list says now, not what it said when the item was laid down: in whatever order they come, the last one holds.
const noteOne = async ({ awardId, hazardId, of }: Payload, read: (id: string) => Promise<AwardDoc | null>) => {
  const doc = await read(awardId)
  const stands = doc && (doc.state === 'announced' || doc.state === 'final')
  const place = stands ? doc.places.find((one) => one.of === of) : undefined
  await noteInHazard(hazardId, of, awardId, doc && place ? toNote(doc, place) : null)
}

type Naming = Payload & { callable: boolean }

/** Who wants his surname off a list is off it at once; on it he comes with the next list only. */
const nameOne = async ({ awardId, of, callable }: Naming) => {
  const doc = await findAward(awardId)
  const at = doc?.places.findIndex((one) => one.of === of) ?? -1
  if (callable || at < 0) return
  await patchAward(awardId, { [`places.${at}.of`]: of }, { [`places.${at}.callable`]: false })
}

/** Carries what lists say into the hazards they reward, and a reporter's wish into the lists. */
export const applyAwards = async (items: readonly OutboxItem[]): Promise<void> => {
  for (const { kind, payload } of items) if (kind === 'award-name') await nameOne(payload as Naming)
  const known = new Map<string, Promise<AwardDoc | null>>()
  const read = (id: string) => {
    const before = known.get(id) ?? findAward(id)
    known.set(id, before)
    return before
  }
  for (const { kind, payload } of items) if (kind.startsWith('award')) await noteOne(payload as Payload, read)
}
