import type { Painter } from './paint-certificate'

/** What a card in a chat shows: a theme, a line under it, days and a union. */
export type ShareFacts = {
  theme: string
  slogan: string
  days: string
  union: string
  colours: readonly [string, string]
}

/** Five to four, as WeChat shows the card of a shared page. */
export const shareSize = { width: 1000, height: 800 } as const

const { width, height } = shareSize
const edge = 70
const family = '"PingFang SC", "Noto Sans SC", sans-serif'

/** Lines no wider than `room`, at most `most`; what does not fit ends in an ellipsis. */
export const wrapped = (text: string, room: number, most: number, widthOf: (line: string) => number): string[] => {
  const lines: string[] = ['']
  for (const letter of text) {
    const line = lines.at(-1) ?? ''
    if (widthOf(line + letter) <= room) lines[lines.length - 1] = line + letter
    else if (lines.length < most) lines.push(letter)
    else return [...lines.slice(0, -1), `${[...line].slice(0, -1).join('')}…`]
  }
  return lines
}

const write = (painter: Painter, text: string, size: number, y: number, weight = 400) => {
  painter.font = `${weight} ${size}px ${family}`
  painter.fillText(text, edge, y)
}

const ground = (painter: Painter, [above, below]: ShareFacts['colours']) => {
  painter.fillStyle = above
  painter.fillRect(0, 0, width, height)
  painter.fillStyle = below
  painter.fillRect(0, height - 230, width, 230)
  painter.fillStyle = '#f3c96b'
  painter.fillRect(edge, height - 234, 180, 8)
}

/** Paints the card of a shared page. */
export const paintShare = (painter: Painter, facts: ShareFacts) => {
  ground(painter, facts.colours)
  Object.assign(painter, { fillStyle: '#ffffff', textAlign: 'left' })
  painter.font = `700 96px ${family}`
  const room = width - 2 * edge
  const theme = wrapped(facts.theme, room, 2, (line) => painter.measureText(line).width)
  theme.forEach((line, index) => write(painter, line, 96, 190 + index * 128, 700))
  painter.font = `400 50px ${family}`
  const slogan = wrapped(facts.slogan, room, 2, (line) => painter.measureText(line).width)
  slogan.forEach((line, index) => write(painter, line, 50, 190 + theme.length * 128 - 20 + index * 70))
  write(painter, facts.days, 50, height - 130, 600)
  painter.font = `400 42px ${family}`
  const [union = ''] = wrapped(facts.union, room, 1, (line) => painter.measureText(line).width)
  write(painter, union, 42, height - 62)
}
