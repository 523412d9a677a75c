import type { AudiencePart } from 'types/notice-audience'
import type { Recipient } from './audience-store'
import { listJoined, listOfIndustry, listPlayed, listReported } from './condition-store'

type Test = (to: Recipient) => boolean
const among =
  (those: ReadonlySet<string>, wanted = true): Test =>
  ({ openid }) =>
    those.has(openid) === wanted

/** Those of at most 1000 people of whom all holds that a part says; one trip a condition. */
export const narrow = async (part: AudiencePart, people: readonly Recipient[], at: Date): Promise<Recipient[]> => {
  const { industry, contest, activity, reported } = part
  if (people.length === 0) return []
  const openids = people.map(({ openid }) => openid)
  const units = [...new Set(people.flatMap(({ unitId }) => unitId ?? []))]
  const tests: Test[] = await Promise.all([
    ...(industry
      ? [
          listOfIndustry(units, industry).then(
            (own): Test =>
              ({ unitId }) =>
                unitId !== null && own.has(unitId),
          ),
        ]
      : []),
    ...(contest ? [listPlayed(openids, contest.id).then((own) => among(own, contest.played))] : []),
    ...(activity ? [listJoined(activity.id).then((own) => among(own, activity.joined))] : []),
    ...(reported === undefined ? [] : [listReported(openids, at).then((own) => among(own, reported))]),
  ])
  return people.filter((to) => tests.every((holds) => holds(to)))
}
