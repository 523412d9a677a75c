import jpeg from 'jpeg-js'
import { openDice } from './dice'

const width = 480
const height = 360

type Colour = [number, number, number]
type Scene = { wall: Colour; floor: Colour; thing: Colour; stripes: boolean }

const scenes: Record<string, Scene> = {
  electric: { wall: [88, 98, 112], floor: [58, 54, 48], thing: [150, 156, 160], stripes: true },
  fire: { wall: [196, 190, 176], floor: [120, 112, 100], thing: [172, 124, 72], stripes: false },
  machine: { wall: [70, 92, 96], floor: [44, 52, 56], thing: [92, 132, 120], stripes: true },
  height: { wall: [156, 186, 210], floor: [128, 116, 96], thing: [204, 168, 60], stripes: false },
  chemical: { wall: [112, 124, 108], floor: [74, 78, 66], thing: [52, 96, 148], stripes: true },
  fixed: { wall: [206, 206, 198], floor: [138, 134, 126], thing: [88, 150, 108], stripes: false },
}

const { floor } = Math
const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value)
const shade = ([r, g, b]: Colour, light: number): Colour => [r * light, g * light, b * light]

const pixel = (scene: Scene, x: number, y: number, box: { x: number; y: number; w: number; h: number }): Colour => {
  const light = 0.75 + (0.35 * x) / width + (0.15 * (height - y)) / height
  const inBox = x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h
  if (inBox) {
    const edge = x - box.x < 6 || y - box.y < 6
    const stripe = scene.stripes && (x - box.x) % 46 < 5
    return shade(scene.thing, edge || stripe ? 0.55 : light)
  }
  if (y > height * 0.68) return shade(scene.floor, light * (floor((x + y * 1.6) / 70) % 2 === 0 ? 1 : 0.92))
  return shade(scene.wall, light * (y % 60 < 2 ? 0.85 : 1))
}

/** A drawn stand-in for a photograph: nobody's workplace, no metadata. */
export const drawPhoto = (kind: string, number: number): Buffer => {
  const scene = scenes[kind] ?? (scenes.machine as Scene)
  const dice = openDice(`photo/${kind}/${number}`)
  const box = {
    x: dice.between(60, 180),
    y: dice.between(70, 120),
    w: dice.between(150, 230),
    h: dice.between(140, 190),
  }
  const data = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grain = (x * 7919 + y * 104_729 + number * 31) % 13
      const [red, green, blue] = pixel(scene, x, y, box)
      const at = (y * width + x) * 4
      data[at] = clamp(red + grain - 6)
      data[at + 1] = clamp(green + grain - 6)
      data[at + 2] = clamp(blue + grain - 6)
      data[at + 3] = 255
    }
  }
  return jpeg.encode({ width, height, data }, 62).data
}
