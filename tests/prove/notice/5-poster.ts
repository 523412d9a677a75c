// The posters of a batch, printed by a browser on A4 and A3, in colour and saving ink: one sheet a booth, and every code is
// read back from the paper at the resolution a phone's video has 1.5 m away. Keeps a picture for the docs with KEEP=1.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Page } from 'playwright-core'
import { sceneOfText } from '@/lib/scene-of-text'
import { openBrowser, openWindow, settled, type Persona } from '../../support/browser'
import { startCloud } from '../../support/cloud'
import { figure } from '../../support/figure'

const title = '安全生产月广场宣传日'
const booths = 6
/** A phone held upright shows 1080 pixels over about 1.25 m of a wall 1.5 m away: 22 dots an inch. */
const dotsAway = 22
const sheets = { A4: [210, 297], A3: [297, 420] } as const
type Size = keyof typeof sheets

const has = (program: string) => {
  try {
    execFileSync('which', [program])
    return true
  } catch {
    return false
  }
}

type Demo = { personas: (Persona & { role: string })[] }
const { personas } = JSON.parse(readFileSync('dist/seed/personas.json', 'utf8')) as Demo
const officer = personas.find(({ role }) => role === '市总工会干部')

const openPosters = async (page: Page, url: string) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  // The page takes its sheet size away again once the dialog is closed: what is printed here keeps it.
  await page.addInitScript(() => {
    window.print = () => {
      document.querySelectorAll('style[data-sheet]').forEach((style) => style.remove())
      const style = document.head.lastElementChild?.cloneNode(true) as HTMLElement
      style.dataset.sheet = 'yes'
      document.head.append(style)
    }
  })
  await page.goto(`${url}/#/packages/outreach/booths`)
  await settled(page)
  await page.getByRole('button', { name: `整批海报：${title}`, exact: true }).tap()
  await page.waitForFunction((count) => document.querySelectorAll('.poster img').length === count, booths)
  await settled(page)
}

const print = async (page: Page, size: Size, ink: string, folder: string): Promise<string> => {
  await page.getByRole('radio', { name: size, exact: true }).tap()
  await page.getByRole('radio', { name: ink, exact: true }).tap()
  await page.getByRole('button', { name: `打印 ${booths} 张海报` }).tap()
  const file = path.join(folder, `${size}.pdf`)
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  return file
}

const pagesOf = (pdf: string, dots: number): PNG[] => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  execFileSync('pdftoppm', ['-png', '-r', String(dots), pdf, path.join(folder, 'page')])
  const pages = readdirSync(folder)
    .sort()
    .map((name) => PNG.sync.read(readFileSync(path.join(folder, name))))
  rmSync(folder, { recursive: true })
  return pages
}

const read = ({ data, width, height }: PNG) => jsQR(new Uint8ClampedArray(data), width, height)

const check = (name: string, size: Size, pdf: string) => {
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
  const codes = near.map(read)
  const across = Math.min(
    ...codes.map((code) => (code ? ((code.location.topRightCorner.x - code.location.topLeftCorner.x) / 72) * 25.4 : 0)),
  )
  const least = size === 'A4' ? 110 : 150
  figure(`${name}: the code without its margin`, `${across.toFixed(0)} mm`, `at least ${least} mm`, across >= least)
  const away = pagesOf(pdf, dotsAway).map(read)
  const scenes = new Set(away.flatMap((code) => sceneOfText(code?.data ?? '')?.id ?? []))
  figure(`${name}: codes read 1.5 m away`, `${scenes.size} different`, `${booths}`, scenes.size === booths)
}

const keepPicture = (pdf: string) => {
  const folder = path.resolve('docs/pictures')
  execFileSync('pdftoppm', [
    '-png',
    '-r',
    '60',
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    pdf,
    path.join(folder, 'sheet-poster'),
  ])
}

const main = async () => {
  if (!has('pdftoppm')) {
    process.stdout.write('posters: skipped, there is no pdftoppm to look at the printed sheets with\n')
    return
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'posters-'))
  const browser = await openBrowser()
  const cloud = await startCloud({ seed: 'dist/seed/seed.ndjson', env: 'config/local.env' })
  try {
    const page = await openWindow(browser, officer)
    await openPosters(page, cloud.url)
    for (const size of ['A4', 'A3'] as const)
      for (const ink of ['省墨黑白', '彩色']) {
        const pdf = await print(page, size, ink, folder)
        check(`${size} ${ink}`, size, pdf)
        if (process.env.KEEP && size === 'A4' && ink === '彩色') keepPicture(pdf)
      }
  } finally {
    await cloud.stop()
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

void main()
