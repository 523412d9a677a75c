import { requestFailed } from './cloud-error'
import { isDoc, type Doc } from './document-value'
import { distanceToShapes, EARTH_RADIUS, shapesIntersect, shapeWithin } from './geo-measure'
import { boundsOf, geometriesOf, shapesOf, type Position, type Shape } from './geo-shape'

/** A circle of metres around a point, for `$near` and `$geoNear`. */
export type Near = { at: Position; min: number; max: number }
/** [west, east, south, north] in degrees. */
export type Box = [number, number, number, number]

const WORLD: Box = [-180, 180, -90, 90]

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

const pointOf = (geometry: unknown): Position => {
  const [shape] = shapesOf(geometry) ?? []
  if (shape?.kind !== 'point')
    throw requestFailed("$near requires a point, given { type: 'Point', coordinates: [lng, lat] }")
  return shape.at
}

/** Reads `{ $geometry, $maxDistance, $minDistance }` (metres), or a legacy pair with distances in radians. */
export const readNear = (spec: unknown, siblings: Doc = {}): Near => {
  if (isDoc(spec) && '$geometry' in spec) {
    return {
      at: pointOf(spec.$geometry),
      min: numberOr(spec.$minDistance, 0),
      max: numberOr(spec.$maxDistance, Infinity),
    }
  }
  const scale = (value: unknown, fallback: number) => numberOr(value, fallback) * EARTH_RADIUS
  return { at: pointOf(spec), min: scale(siblings.$minDistance, 0), max: scale(siblings.$maxDistance, Infinity) }
}

/** Shapes of a geo field, null where there is none. */
const fieldShapes = (value: unknown): Shape[] | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length === 0 ? null : geometriesOf(value)
  return shapesOf(value)
}

/** Distance in metres from a geo field to the centre, null when the field holds no geometry or lies outside the ring. */
export const nearDistance = (value: unknown, near: Near): number | null => {
  const shapes = fieldShapes(value)
  if (!shapes) return null
  const distance = distanceToShapes(near.at, shapes)
  return distance <= near.max && distance >= near.min ? distance : null
}

const areaOf = (geometry: unknown): Shape[] => {
  const shapes = shapesOf(geometry)
  if (!shapes) throw requestFailed('unknown geo specifier or invalid geometry')
  return shapes
}

const circleOf = (spec: unknown): Near => {
  const [center, radius] = Array.isArray(spec) ? (spec as unknown[]) : []
  if (typeof radius !== 'number' || radius < 0) throw requestFailed('invalid $centerSphere')
  return { at: pointOf(center), min: 0, max: radius * EARTH_RADIUS }
}

const boxArea = (spec: unknown): Shape[] => {
  const [low, high] = Array.isArray(spec) ? (spec as unknown[]) : []
  const [west, south] = pointOf(low)
  const [east, north] = pointOf(high)
  return [
    {
      kind: 'polygon',
      rings: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  ]
}

const polygonArea = (spec: unknown): Shape[] => {
  const points = (Array.isArray(spec) ? spec : []).map(pointOf)
  const first = points[0]
  if (!first || points.length < 3) throw requestFailed('Polygon must have at least 3 points')
  return [{ kind: 'polygon', rings: [[...points, first]] }]
}

/** Where a geo condition can match: a test of the field's value, and a box around everything that can pass. */
type GeoCondition = { test: (value: unknown) => boolean; box: Box }

const within = (areas: Shape[]): GeoCondition => ({
  test: (value) => fieldShapes(value)?.every((shape) => shapeWithin(shape, areas)) ?? false,
  box: boundsOf(areas),
})

/** `$geoWithin`: polygon, box or circle. */
export const geoWithin = (spec: unknown): GeoCondition => {
  if (!isDoc(spec)) throw requestFailed('geoWithin expects an object')
  if ('$geometry' in spec) {
    const areas = areaOf(spec.$geometry)
    if (areas.some((shape) => shape.kind !== 'polygon'))
      throw requestFailed('$geoWithin not supported with provided geometry')
    return within(areas)
  }
  if ('$box' in spec) return within(boxArea(spec.$box))
  if ('$polygon' in spec) return within(polygonArea(spec.$polygon))
  const circle = circleOf(spec.$centerSphere ?? spec.$center)
  const inside = (shape: Shape) => {
    const points = shape.kind === 'point' ? [shape.at] : shape.kind === 'line' ? shape.points : shape.rings.flat()
    return points.every((at) => distanceToShapes(circle.at, [{ kind: 'point', at }]) <= circle.max)
  }
  return { test: (value) => fieldShapes(value)?.every(inside) ?? false, box: nearBox(circle) }
}

/** `$geoIntersects` with any geometry. */
export const geoIntersects = (spec: unknown): GeoCondition => {
  const areas = areaOf(isDoc(spec) ? spec.$geometry : null)
  return {
    test: (value) => fieldShapes(value)?.some((shape) => areas.some((area) => shapesIntersect(shape, area))) ?? false,
    box: boundsOf(areas),
  }
}

/** Box around a circle on the sphere; the whole world where it reaches a pole or the date line. */
export const nearBox = ({ at: [lng, lat], max }: Near): Box => {
  if (!Number.isFinite(max)) return WORLD
  const dLat = (max / EARTH_RADIUS) * (180 / Math.PI) * 1.001 + 1e-9
  const south = lat - dLat
  const north = lat + dLat
  if (south <= -90 || north >= 90) return WORLD
  const dLng = dLat / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  return lng - dLng < -180 || lng + dLng > 180 ? [-180, 180, south, north] : [lng - dLng, lng + dLng, south, north]
}
