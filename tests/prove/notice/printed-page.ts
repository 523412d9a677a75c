import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { sceneOfText } from '@/lib/scene-of-text'
import { figure } from '../../support/figure'

/** A phone held upright shows 1080 pixels over about 1.25 m of a wall 1.5 m away: 22 dots an inch. */
const dotsAway = 22
const sheets = { A4: [210, 297], A3: [297, 420] } as const
export type Size = keyof typeof sheets

const pagesOf = (pdf: string, dots: number): PNG[] => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  execFileSync('pdftoppm', ['-png', '-r', String(dots), pdf, path.join(folder, 'page')])
  const pages = readdirSync(folder)
    .sort()
    .map((name) => PNG.sync.read(readFileSync(path.join(folder, name))))
  rmSync(folder, { recursive: true })
  return pages
}

export const readCode = ({ data, width, height }: PNG) => jsQR(new Uint8ClampedArray(data), width, height)

/** One sheet a booth, of the right size, its code large, and read from as far away as people stand. */
export const checkPages = (name: string, size: Size, pdf: string, booths: number): void => {
  const near = pagesOf(pdf, 72)
  const [width, height] = sheets[size].map((mm) => Math.round((mm / 25.4) * 72))
  const isSize = near.every(
    (page) => Math.abs(page.width - (width ?? 0)) < 2 && Math.abs(page.height - (height ?? 0)) < 2,
  )
  figure(
    `${name}: sheets`,
    `${near.length} of ${near[0]?.width} × ${near[0]?.height} points`,
    `${booths} of ${width} × ${height}`,
    near.length === booths && isSize,
  )
  const codes = near.map(readCode)
  const across = Math.min(
    ...codes.map((code) => (code ? ((code.location.topRightCorner.x - code.location.topLeftCorner.x) / 72) * 25.4 : 0)),
  )
  const least = size === 'A4' ? 110 : 150
  figure(`${name}: the code without its margin`, `${across.toFixed(0)} mm`, `at least ${least} mm`, across >= least)
  const away = pagesOf(pdf, dotsAway).map(readCode)
  const scenes = new Set(away.flatMap((code) => sceneOfText(code?.data ?? '')?.id ?? []))
  figure(`${name}: codes read 1.5 m away`, `${scenes.size} different`, `${booths}`, scenes.size === booths)
}

/** The first page as a picture of the docs. */
export const keepPicture = (pdf: string, name: string): void => {
  const file = path.join(path.resolve('docs/pictures'), name)
  execFileSync('pdftoppm', ['-png', '-r', '60', '-f', '1', '-l', '1', '-singlefile', pdf, file])
}
