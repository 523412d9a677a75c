import { encode } from 'jpeg-js'

const width = 160
const height = 120

/** A real small JPEG: a wall with a dark switch box. */
export const jpegPhoto = (): Buffer => {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < width * height; at += 1) {
    const isBox = at % width > 50 && at % width < 110 && at > width * 30 && at < width * 90
    data.set(isBox ? [70, 74, 80] : [((at * 7) % 60) + 180, 190, 170], at * 4)
  }
  return encode({ data, width, height }, 82).data
}
