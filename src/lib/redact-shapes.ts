/** A point or a box on a picture, as shares 0…1 of its width and height from the top left, the right way up. */
export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number }

const smallest = 0.03
/** Width and height of a box that is put down by a tap. */
const tapped = 0.22

const within = (share: number) => Math.min(1, Math.max(0, share))

/** The box between two points; a tap (nearly one point) puts one of a usual size around it. */
export const boxBetween = (from: Point, to: Point): Box => {
  const isTap = Math.abs(from.x - to.x) < smallest && Math.abs(from.y - to.y) < smallest
  const half = isTap ? tapped / 2 : 0
  const [left, right] = [Math.min(from.x, to.x) - half, Math.max(from.x, to.x) + half]
  const [top, bottom] = [Math.min(from.y, to.y) - half, Math.max(from.y, to.y) + half]
  const [x, y] = [within(left), within(top)]
  return { x, y, width: within(right) - x, height: within(bottom) - y }
}

/** Whole pixels of a box, never fewer than it covers. */
export const pixelsOf = ({ x, y, width, height }: Box, size: { width: number; height: number }) => {
  const [left, top] = [Math.floor(x * size.width), Math.floor(y * size.height)]
  const [right, bottom] = [Math.ceil((x + width) * size.width), Math.ceil((y + height) * size.height)]
  return [left, top, right - left, bottom - top] as const
}

/** Size of a picture the right way up. */
export const uprightSize = (orientation: number, { width, height }: { width: number; height: number }) =>
  orientation >= 5 ? { width: height, height: width } : { width, height }

/** Canvas matrix [a, b, c, d, e, f] that draws a picture of this Exif orientation the right way up. */
export const uprightMatrix = (orientation: number, { width, height }: { width: number; height: number }) => {
  const matrices: Record<number, readonly [number, number, number, number, number, number]> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  }
  return matrices[orientation] ?? ([1, 0, 0, 1, 0, 0] as const)
}
