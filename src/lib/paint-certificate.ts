/** What a picture of a certificate shows. */
export type CertificateFacts = {
  title: string
  number: string
  name: string
  body: string
  issuer: string
  date: string
  /** A word across it where it is not valid any more. */
  mark: string | null
}

/** The part of a canvas both platforms have. */
export type Painter = {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
  textAlign: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(angle: number): void
}

/** A4 across at 150 dots an inch; the code stands at `code`. */
export const certificateSize = { width: 1754, height: 1240, code: { x: 170, y: 860, size: 210 } } as const

const { width, height } = certificateSize
const ink = '#1d2129'
const red = '#c0322b'
const edge = 170
const family = '"PingFang SC", "Noto Sans SC", sans-serif'

/** The text in lines no wider than `room`; the first begins two letters in. */
export const linesOf = (text: string, room: number, widthOf: (line: string) => number): string[] => {
  const lines: string[] = []
  let line = '　　'
  for (const letter of text) {
    if (widthOf(line + letter) > room && line !== '') {
      lines.push(line)
      line = ''
    }
    line += letter
  }
  return [...lines, line]
}

const frame = (painter: Painter) => {
  painter.fillStyle = '#fffdf6'
  painter.fillRect(0, 0, width, height)
  painter.strokeStyle = red
  painter.lineWidth = 8
  painter.strokeRect(50, 50, width - 100, height - 100)
  painter.strokeStyle = '#e8940f'
  painter.lineWidth = 2
  painter.strokeRect(70, 70, width - 140, height - 140)
}

const write = (painter: Painter, text: string, size: number, at: readonly [number, number], weight = 400) => {
  painter.font = `${weight} ${size}px ${family}`
  painter.fillText(text, at[0], at[1])
}

const stamp = (painter: Painter, mark: string) => {
  painter.save()
  painter.translate(width / 2, height / 2)
  painter.rotate(-0.28)
  Object.assign(painter, { fillStyle: red, strokeStyle: red, lineWidth: 10, textAlign: 'center' })
  write(painter, mark, 130, [0, 45], 700)
  painter.strokeRect(-290, -100, 580, 200)
  painter.restore()
}

/** Paints everything but the code. */
export const paintCertificate = (painter: Painter, facts: CertificateFacts) => {
  frame(painter)
  Object.assign(painter, { fillStyle: red, textAlign: 'center' })
  write(painter, [...facts.title].join(' '), 96, [width / 2, 240], 700)
  painter.fillStyle = '#4e5661'
  write(painter, `编号：${facts.number}`, 30, [width / 2, 310])
  Object.assign(painter, { fillStyle: ink, textAlign: 'left' })
  write(painter, facts.name, 52, [edge, 450], 600)
  painter.font = `400 44px ${family}`
  const lines = linesOf(facts.body, width - 2 * edge, (line) => painter.measureText(line).width)
  lines.forEach((line, index) => write(painter, line, 44, [edge, 550 + index * 84]))
  painter.textAlign = 'right'
  write(painter, facts.issuer, 42, [width - edge, 960])
  write(painter, facts.date, 38, [width - edge, 1030])
  if (facts.mark) stamp(painter, facts.mark)
}
