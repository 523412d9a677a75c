import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const sources = (): { file: string; text: string }[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: path.join('src', file), text: readFileSync(path.join('src', file), 'utf8') }))

/** Places the source asks at, by the name they give: `useSubscribe('receipt', …)`. */
export const placesInSource = (): string[] =>
  sources()
    .flatMap(({ text }) => [...text.matchAll(/useSubscribe\(\s*'([\w-]+)'/g)].map(([, place = '']) => place))
    .sort()

/** Files that open WeChat's panel themselves: but one may. */
export const panelsInSource = (): string[] =>
  sources()
    .filter(({ text }) => /requestSubscribeMessage\(|[^.\w]requestSubscribe\(/.test(text))
    .map(({ file }) => file)
    .sort()
