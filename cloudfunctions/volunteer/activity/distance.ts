type Point = { latitude: number; longitude: number }

const radians = (degrees: number) => (degrees * Math.PI) / 180
const earth = 6_371_000

/** Whole metres between two places, along the ground. */
export const metresBetween = (left: Point, right: Point): number => {
  const [north, east] = [radians(right.latitude - left.latitude), radians(right.longitude - left.longitude)]
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(left.latitude)) * Math.cos(radians(right.latitude)) * Math.sin(east / 2) ** 2
  return Math.round(2 * earth * Math.asin(Math.min(1, Math.sqrt(half))))
}
