import type { Collection } from './catalog'
import { requestFailed } from './cloud-error'
import type { DatabaseSession } from './database-session'
import { cloneValue, isDoc, type Doc } from './document-value'
import { docOf, findDocuments, geoValue } from './find-documents'
import { nearDistance, readNear } from './geo-query'
import { EARTH_RADIUS } from './geo-measure'
import { queryShape } from './query-metrics'
import { openSlot } from './update-slot'

const geoField = (collection: Collection, key: unknown): string => {
  const fields = collection.indexes.flatMap((index) => (index.geoField === null ? [] : [index.geoField]))
  const [first, second] = fields
  if (first === undefined) throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found')
  if (typeof key === 'string') {
    if (!fields.includes(key)) throw requestFailed('unable to find index for $geoNear query')
    return key
  }
  if (second !== undefined)
    throw requestFailed('There is more than one 2dsphere index on the collection; unsure which to use for $geoNear')
  return first
}

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

/** `$geoNear`: documents by distance from a point, with the distance in metres put into `distanceField`. */
export const geoNearStage = (session: DatabaseSession, collection: Collection, spec: unknown): Doc[] => {
  if (!isDoc(spec)) throw requestFailed('the $geoNear specification must be an object')
  const { near, distanceField, includeLocs } = spec
  if (typeof distanceField !== 'string')
    throw requestFailed('$geoNear requires that the distanceField option is a string')
  const field = geoField(collection, spec.key)
  const circle = isDoc(near)
    ? { $geometry: near, $maxDistance: spec.maxDistance, $minDistance: spec.minDistance }
    : near
  const centre = readNear(circle, { $maxDistance: spec.maxDistance, $minDistance: spec.minDistance })
  const scale = numberOr(spec.distanceMultiplier, 1) * (isDoc(near) ? 1 : 1 / EARTH_RADIUS)
  const point = { type: 'Point', coordinates: centre.at }
  const condition = { $nearSphere: { $geometry: point, $maxDistance: centre.max, $minDistance: centre.min } }
  const filter = { $and: [isDoc(spec.query) ? spec.query : {}, { [field]: condition }] }
  const limit = numberOr(spec.limit ?? spec.num, Infinity)
  const { rows, examined, index } = findDocuments(session.sqlite, collection, { filter, sort: [], skip: 0, limit })
  const shape = `${queryShape('aggregate', filter)} $geoNear`
  session.metrics.record({ collection: collection.name, shape, examined, returned: rows.length, index })
  return rows.map((row) => {
    const doc = docOf(row)
    const place = geoValue(doc, field)
    openSlot(doc, distanceField.split('.'), true)?.set((nearDistance(place, centre) ?? 0) * scale)
    if (typeof includeLocs === 'string') openSlot(doc, includeLocs.split('.'), true)?.set(cloneValue(place))
    return doc
  })
}
