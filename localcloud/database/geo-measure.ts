import type { Position, Ring, Shape } from './geo-shape'

/** Metres; the radius MongoDB uses for the earth. */
export const EARTH_RADIUS = 6_378_100

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance of two points in metres. */
const distanceBetween = ([lngA, latA]: Position, [lngB, latB]: Position): number => {
  const dLat = radians(latB - latA)
  const dLng = radians(lngB - lngA)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(latA)) * Math.cos(radians(latB)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

const segments = (points: Position[]): [Position, Position][] => points.slice(1).map((to, i) => [points[i] ?? to, to])

const cross = (o: Position, a: Position, b: Position): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

const between = (a: Position, b: Position, p: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

const onSegment = ([a, b]: [Position, Position], p: Position): boolean => cross(a, b, p) === 0 && between(a, b, p)

const segmentsCross = ([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean => {
  const d1 = Math.sign(cross(c, d, a))
  const d2 = Math.sign(cross(c, d, b))
  const d3 = Math.sign(cross(a, b, c))
  const d4 = Math.sign(cross(a, b, d))
  if (d1 !== d2 && d3 !== d4) return true
  return onSegment([c, d], a) || onSegment([c, d], b) || onSegment([a, b], c) || onSegment([a, b], d)
}

const inRing = (ring: Ring, [x, y]: Position): boolean => {
  let inside = false
  for (const [[xa, ya], [xb, yb]] of segments(ring)) {
    if (ya > y !== yb > y && x < ((xb - xa) * (y - ya)) / (yb - ya) + xa) inside = !inside
  }
  return inside
}

const onRing = (ring: Ring, p: Position): boolean => segments(ring).some((segment) => onSegment(segment, p))

/** Point in polygon; the edge counts as inside, holes are outside. */
const pointInPolygon = (rings: Ring[], p: Position): boolean => {
  const [outer, ...holes] = rings
  if (!outer) return false
  if (rings.some((ring) => onRing(ring, p))) return true
  return inRing(outer, p) && !holes.some((hole) => inRing(hole, p))
}

const pointsOf = (shape: Shape): Position[] => {
  if (shape.kind === 'point') return [shape.at]
  return shape.kind === 'line' ? shape.points : shape.rings.flat()
}

const edgesOf = (shape: Shape): [Position, Position][] => {
  if (shape.kind === 'point') return []
  return shape.kind === 'line' ? segments(shape.points) : shape.rings.flatMap(segments)
}

const covers = (area: Shape, p: Position): boolean => {
  if (area.kind === 'polygon') return pointInPolygon(area.rings, p)
  if (area.kind === 'point') return area.at[0] === p[0] && area.at[1] === p[1]
  return edgesOf(area).some((segment) => onSegment(segment, p))
}

/** Two shapes share a point. */
export const shapesIntersect = (a: Shape, b: Shape): boolean =>
  pointsOf(a).some((p) => covers(b, p)) ||
  pointsOf(b).some((p) => covers(a, p)) ||
  edgesOf(a).some((left) => edgesOf(b).some((right) => segmentsCross(left, right)))

const properCross = ([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean =>
  Math.sign(cross(c, d, a)) * Math.sign(cross(c, d, b)) < 0 && Math.sign(cross(a, b, c)) * Math.sign(cross(a, b, d)) < 0

/** The shape lies wholly in one of the areas. */
export const shapeWithin = (shape: Shape, areas: Shape[]): boolean =>
  areas.some(
    (area) =>
      pointsOf(shape).every((p) => covers(area, p)) &&
      !edgesOf(shape).some((edge) => edgesOf(area).some((side) => properCross(edge, side))),
  )

const distanceToSegment = (p: Position, [a, b]: [Position, Position]): number => {
  const scale = Math.cos(radians(p[1]))
  const dx = (b[0] - a[0]) * scale
  const dy = b[1] - a[1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((p[0] - a[0]) * scale * dx + (p[1] - a[1]) * dy) / length
  const t = Math.max(0, Math.min(1, along))
  return distanceBetween(p, [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
}

/** Distance in metres from a point to the nearest part of the shapes; 0 inside a polygon. */
export const distanceToShapes = (p: Position, shapes: Shape[]): number =>
  Math.min(
    ...shapes.map((shape) => {
      if (covers(shape, p)) return 0
      if (shape.kind === 'point') return distanceBetween(p, shape.at)
      return Math.min(...edgesOf(shape).map((segment) => distanceToSegment(p, segment)))
    }),
  )
