import { readFileSync } from 'node:fs'
import path from 'node:path'
import { iconNames } from '@/components/icon'

jest.mock('@tarojs/components', () => ({ View: 'div' }))

const root = path.resolve(__dirname, '../..')
const scss = (file: string) => readFileSync(path.join(root, 'src/theme', file), 'utf8')
const tokens = new Map(
  [...scss('tokens.scss').matchAll(/^\$([a-z0-9-]+): (#[0-9a-f]{3,6});/gm)].map(([, name, value]) => [name!, value!]),
)

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [red, green, blue] = [0, 2, 4].map((at) => channel(parseInt(full.slice(at, at + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
const contrast = (ink: string, ground: string) => {
  const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

it.each([
  ...['ink', 'ink-2', 'ink-3', 'red', 'red-deep', 'amber-deep', 'green', 'blue'].flatMap((ink) => [
    [ink, 'paper'],
    [ink, 'ground'],
  ]),
  ['red-deep', 'red-soft'],
  ['amber-deep', 'amber-soft'],
  ['green', 'green-soft'],
  ['blue', 'blue-soft'],
  ['off-ink', 'off'],
  ['ink-2', 'well'],
  ['paper', 'red'],
  ['paper', 'red-deep'],
  ['paper', 'green'],
  ['paper', 'green-deep'],
  ['paper', 'ink'],
])('%s on %s can be read (4.5 : 1)', (ink, ground) => {
  expect(contrast(tokens.get(ink!)!, tokens.get(ground!)!)).toBeGreaterThanOrEqual(4.5)
})

it('draws every icon that has a name, and names every one that is drawn', () => {
  const drawn = [...scss('icons.scss').matchAll(/^ {2}'([a-z-]+)':/gm)].map(([, name]) => name!)
  expect(drawn.sort()).toEqual([...iconNames].sort())
})
