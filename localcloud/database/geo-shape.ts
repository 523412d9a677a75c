import { isDoc } from './document-value'

/** [longitude, latitude] in degrees. */
export type Position = [number, number]
export type Ring = Position[]
export type Shape =
  { kind: 'point'; at: Position } | { kind: 'line'; points: Position[] } | { kind: 'polygon'; rings: Ring[] }

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const position = (value: unknown): Position | null => {
  if (!Array.isArray(value) || value.length < 2) return null
  const [lng, lat] = value as unknown[]
  return isNumber(lng) && isNumber(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null
}

const list = <Item>(value: unknown, read: (item: unknown) => Item | null): Item[] | null => {
  if (!Array.isArray(value)) return null
  const items = value.map(read)
  return items.every((item): item is Item & NonNullable<unknown> => item !== null) ? items : null
}

const positions = (value: unknown): Position[] | null => {
  const points = list(value, position)
  return points && points.length > 1 ? points : null
}

const ring = (value: unknown): Ring | null => {
  const points = list(value, position)
  const first = points?.[0]
  const last = points?.at(-1)
  if (!points || points.length < 4 || !first || !last) return null
  return first[0] === last[0] && first[1] === last[1] ? points : null
}

const polygon = (value: unknown): Shape | null => {
  const rings = list(value, ring)
  return rings && rings.length > 0 ? { kind: 'polygon', rings } : null
}

const line = (value: unknown): Shape | null => {
  const points = positions(value)
  return points ? { kind: 'line', points } : null
}

const point = (value: unknown): Shape | null => {
  const at = position(value)
  return at ? { kind: 'point', at } : null
}

const one = (shape: Shape | null): Shape[] | null => (shape ? [shape] : null)

/** The simple shapes of one GeoJSON geometry (or legacy `[lng, lat]` pair); null when it is not valid geometry. */
export const shapesOf = (value: unknown): Shape[] | null => {
  if (Array.isArray(value)) return one(point(value))
  if (!isDoc(value)) return null
  const { coordinates, type } = value
  switch (type) {
    case 'Point':
      return one(point(coordinates))
    case 'LineString':
      return one(line(coordinates))
    case 'Polygon':
      return one(polygon(coordinates))
    case 'MultiPoint':
      return list(coordinates, point)
    case 'MultiLineString':
      return list(coordinates, line)
    case 'MultiPolygon':
      return list(coordinates, polygon)
    case 'GeometryCollection':
      return list(value.geometries, shapesOf)?.flat() ?? null
    default:
      return legacy(value)
  }
}

const legacy = (value: Record<string, unknown>): Shape[] | null => {
  const [lng, lat, more] = Object.values(value)
  return more === undefined ? one(point([lng, lat])) : null
}

/** Shapes of a field that holds one geometry or a list of them; `[lng, lat]` counts as one. */
export const geometriesOf = (values: unknown[]): Shape[] | null => {
  if (values.every(isNumber)) return shapesOf(values)
  const shapes = values.map(shapesOf)
  return shapes.every((found) => found !== null) ? shapes.flat() : null
}

const allPositions = (shape: Shape): Position[] => {
  if (shape.kind === 'point') return [shape.at]
  return shape.kind === 'line' ? shape.points : shape.rings.flat()
}

/** [west, east, south, north] around the shapes, in degrees. */
export const boundsOf = (shapes: Shape[]): [number, number, number, number] => {
  const box: [number, number, number, number] = [180, -180, 90, -90]
  for (const [lng, lat] of shapes.flatMap(allPositions)) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.max(box[1], lng)
    box[2] = Math.min(box[2], lat)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
