import jpeg from 'jpeg-js'
import type { City } from './city'
import { openDice } from './dice'

type Colour = readonly [number, number, number]
type Paint = (x: number, y: number) => Colour

const { hypot, max, min } = Math

const draw = (width: number, height: number, paint: Paint): Buffer => {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = paint(x / width, y / height)
      const at = (y * width + x) * 4
      data[at] = red
      data[at + 1] = green
      data[at + 2] = blue
    }
  return jpeg.encode({ width, height, data }, 80).data
}

const within = (x: number, y: number, middle: readonly [number, number], half: readonly [number, number]) =>
  ((x - middle[0]) / half[0]) ** 2 + ((y - middle[1]) / half[1]) ** 2 < 1

const grounds: readonly Colour[] = [
  [222, 232, 244],
  [70, 130, 200],
  [236, 236, 232],
]
const coats: readonly Colour[] = [
  [52, 66, 92],
  [96, 104, 112],
  [34, 84, 68],
  [120, 62, 54],
]
const skin: Colour = [226, 188, 160]
const hair: Colour = [44, 38, 36]

/** A drawn figure where a photograph would be: nobody's face. */
const drawPortrait = (seed: string): Buffer => {
  const dice = openDice(`portrait/${seed}`)
  const [ground, coat] = [dice.pick([...grounds]), dice.pick([...coats])]
  const longHair = dice.chance(45)
  return draw(250, 350, (x, y) => {
    if (within(x, y, [0.5, 0.42], [0.2, 0.2])) return y < 0.32 ? hair : skin
    if (within(x, y, [0.5, 0.38], [0.24, longHair ? 0.26 : 0.2])) return hair
    if (within(x, y, [0.5, 0.66], [0.09, 0.12])) return skin
    if (within(x, y, [0.5, 1.02], [0.46, 0.36])) return coat
    return ground
  })
}

/** A scrawl as somebody signs with a finger. */
const drawSignature = (seed: string): Buffer => {
  const dice = openDice(`signature/${seed}`)
  const strokes = Array.from({ length: 9 }, (_, index) => {
    const left = 0.12 + index * 0.085
    return { from: [left, dice.between(20, 80) / 100], to: [left + 0.09, dice.between(20, 80) / 100] } as const
  })
  // A pen's breadth of a stroke; most points are beside it, and a picture has many.
  const isInk = (x: number, y: number) =>
    strokes.some(({ from, to }) => {
      if (x < from[0] - 0.01 || x > to[0] + 0.01) return false
      const share = min(1, max(0, (x - from[0]) / (to[0] - from[0])))
      const [nearX, nearY] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      return hypot(x - nearX, (y - nearY) * 0.4) < 0.008
    })
  return draw(300, 120, (x, y) => (isInk(x, y) ? [30, 30, 40] : [255, 255, 255]))
}

/** Pictures handed in with an application, most of them with a photograph and a signature. */
export const papersOf = (city: City, id: string, experience: string | null) => {
  const dice = openDice(`papers/${id}`)
  const place = (name: string) => `application/${id}/clean/${name}.jpg`
  const [hasPhoto, isDrawn] = [dice.chance(85), dice.chance(80)]
  return {
    photo: hasPhoto ? city.file(place('photo'), () => drawPortrait(id)) : null,
    signature: isDrawn ? city.file(place('signature'), () => drawSignature(id)) : null,
    certificates: experience?.includes('证')
      ? [{ fileId: city.file(place('one'), () => draw(240, 160, certificate)), name: experience.replace('持有', '') }]
      : [],
  }
}

// A red cover with a lighter field, as such cards look from afar.
const certificate: Paint = (x, y) =>
  x > 0.1 && x < 0.9 && y > 0.18 && y < 0.82 ? (y < 0.36 ? [196, 150, 80] : [240, 226, 206]) : [150, 40, 40]
