// The posters of a batch, as a Word document and printed by a browser, on A4 and A3, in colour and saving ink: one sheet a
// booth, and every code is read back from the paper at the resolution a phone's video has 1.5 m away. Keeps a picture for the docs with KEEP=1.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openWindow, settled, type Persona } from '../../support/browser'
import { startCloud, type Cloud } from '../../support/cloud'
import { boothsOf, fetchDocx, layOut } from './poster-docx'
import { checkPages, keepPicture, type Size } from './printed-page'

const title = '安全生产月广场宣传日'
const booths = 6
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

const printDocx = async (cloud: Cloud, folder: string) => {
  const ids = await boothsOf(cloud, title, officer?.openid ?? '')
  const hasOffice = has('soffice')
  if (!hasOffice) process.stdout.write('docx: not laid out, there is no soffice\n')
  for (const paper of ['A4', 'A3'] as const)
    for (const ink of ['saving', 'colour'] as const) {
      const docx = await fetchDocx(cloud, ids, { paper, ink }, officer?.openid ?? '')
      if (!hasOffice) continue
      const pdf = layOut(docx, folder)
      checkPages(`docx ${paper} ${ink}`, paper, pdf, booths)
      if (process.env.KEEP && paper === 'A4' && ink === 'colour') keepPicture(pdf, 'poster-docx')
    }
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
    await printDocx(cloud, folder)
    const page = await openWindow(browser, officer)
    await openPosters(page, cloud.url)
    for (const size of ['A4', 'A3'] as const)
      for (const ink of ['省墨黑白', '彩色']) {
        const pdf = await print(page, size, ink, folder)
        checkPages(`${size} ${ink}`, size, pdf, booths)
        if (process.env.KEEP && size === 'A4' && ink === '彩色') keepPicture(pdf, 'sheet-poster')
      }
  } finally {
    await cloud.stop()
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

void main()
