import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'

/**
 * One of the places a union has on a Shanghai day for the pushes it begins. `_id` is `<node>.<day>.<number>`, so that of
 * two pushes that want the same place the database lets one have it. `at`: when it was taken.
 */
type Place = Document & { pushId: string; at: Date }

const places = collection<Place>('push_places')

type Day = { nodeId: string; day: string }
const stem = ({ nodeId, day }: Day) => `${nodeId}.${day}.`
const pad = (index: number) => String(index).padStart(3, '0')

/** Places of the day that are taken. */
export const listPlaces = (day: Day) =>
  places.list({ _id: command.and(command.gte(stem(day)), command.lt(`${stem(day)}:`)) }, { limit: 200 })

/** The lowest place nobody has. */
export const freePlace = (day: Day, taken: readonly Place[]): string => {
  const ids = new Set(taken.map(({ _id }) => _id))
  const index = Array.from({ length: taken.length + 1 }, (_, at) => at).find((at) => !ids.has(stem(day) + pad(at)))
  return stem(day) + pad(index ?? taken.length)
}

/** false where another push has it. */
export const takePlace = (place: Place) => places.insert(place)
/** Its push is being sent after all; false where it was given up meanwhile. */
export const renewPlace = async ({ _id, pushId }: Place, at: Date): Promise<boolean> =>
  (await places.update({ _id, pushId }, { at })) > 0
/** Only as it was read. */
export const dropPlace = ({ _id, pushId, at }: Place) => places.remove({ _id, pushId, at })
