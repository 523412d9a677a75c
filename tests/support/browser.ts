import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

type Found = { path: string; args: string[] } | { reason: string }

const look = (): Found => {
  const known = process.env.TEST_CHROMIUM
  const script = path.resolve('config/scripts/lib/find-chromium.mjs')
  return JSON.parse(known ?? execFileSync(process.execPath, [script], { encoding: 'utf8' })) as Found
}

let found: Found | undefined

/** A Chromium that runs here, or why there is none. */
export const findChromium = (): Found => (found ??= look())

/** `test`, or a skipped test where no Chromium runs: never counted as passed. */
export const browserTest = (name: string, run: () => Promise<void>, timeout?: number): void => {
  const register = 'reason' in findChromium() ? test.skip : test
  register(name, run, timeout)
}

export const openBrowser = (): Promise<Browser> => {
  const at = findChromium()
  if ('reason' in at) throw new Error(at.reason)
  return chromium.launch({ executablePath: at.path, args: at.args, headless: true })
}

const fontFile = (subset: string, weight: number) =>
  path.resolve(`node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-${weight}-normal.woff2`)

const face = (subset: string, weight: number, range: string) =>
  `@font-face{font-family:'Noto Sans SC';font-weight:${weight};src:url(/__font/${subset}-${weight}.woff2);${range}}`

const latin = 'unicode-range:U+0000-00FF,U+2000-200A,U+2010-2027'
// The machine has no Chinese font: every family the product names must lead to this one.
const fontCss = [400, 700].flatMap((weight) => [face('chinese-simplified', weight, ''), face('latin', weight, latin)])

const giveChineseFont = async (context: BrowserContext) => {
  await context.route('**/__font/*', (route) => {
    const [, subset = '', weight = ''] = /__font\/(.+)-(\d+)\.woff2/.exec(route.request().url()) ?? []
    return route.fulfill({ body: readFileSync(fontFile(subset, Number(weight))), contentType: 'font/woff2' })
  })
  await context.addInitScript((css) => {
    const add = () => {
      const style = document.createElement('style')
      style.textContent = css
      document.head.append(style)
    }
    if (document.head) add()
    else document.addEventListener('DOMContentLoaded', add)
  }, fontCss.join('\n'))
}

export type Persona = { openid: string; name: string }

/** What the H5 build keeps in localStorage for the person this window plays. */
const becomePersona = (context: BrowserContext, persona: Persona) =>
  context.addInitScript((value) => localStorage.setItem('persona', value), JSON.stringify({ data: persona }))

/** A phone-sized touch window (375 × 812) with a Chinese font; `persona` is who it belongs to. */
export const openWindow = async (browser: Browser, persona?: Persona): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  await giveChineseFont(context)
  if (persona) await becomePersona(context, persona)
  return context.newPage()
}

/** Until fonts are there and nothing has been asked of the network for half a second. */
export const settled = async (page: Page): Promise<void> => {
  // A page that keeps asking (polling) is looked at as it stands.
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
