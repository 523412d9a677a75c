// node config/scripts/run-ts.mjs tests/pictures/readme.ts [part of a name]: the pictures README and docs show, of today's product.
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openWindow, settled, type Persona } from '../support/browser'
import { startCloud } from '../support/cloud'
import { follow, levels, setLevel, type Level } from '../support/pictures'
import { officer, running, visits, worker, type Visit } from './visits'
import { walks } from './walks'

const folder = path.resolve('docs/pictures')
mkdirSync(folder, { recursive: true })

type Demo = { personas: (Persona & { role: string })[] }
const { personas } = JSON.parse(readFileSync('dist/seed/personas.json', 'utf8')) as Demo
const who = (role: string) => personas.find((persona) => persona.role === role)

const browser = await openBrowser()
const cloud = await startCloud({ seed: 'dist/seed/seed.ndjson', env: 'config/local.env' })

const wanted = process.argv[2] ?? ''
const nobody: Persona = { openid: 'visitor-pictures', name: '新访客' }

type Walk = (page: Page) => Promise<void>
type Way = { start?: string; level?: Level }

const shoot = async (name: string, role: string, walk: Walk, { start = '', level = 'standard' }: Way = {}) => {
  if (!name.includes(wanted)) return
  const persona = who(role) ?? nobody
  const page = await openWindow(browser, persona)
  page.setDefaultTimeout(20_000)
  try {
    await setLevel(page, { persona, level })
    await page.goto(`${cloud.url}/#/${start}`)
    await settled(page)
    await walk(page)
    await settled(page)
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
  } catch (problem) {
    // A page that was not reached is no picture of the product: the old one stays.
    process.stderr.write(`${name}: ${String(problem).slice(0, 400)}\n`)
    process.exitCode = 1
  }
  await page.context().close()
}

const openTab = (page: Page, name: string) =>
  page
    .getByRole('tab', { name })
    .or(page.getByText(name, { exact: true }))
    .last()
    .click()

const startLevel = async (page: Page) => {
  await openTab(page, '闯关')
  await page.locator('.page-foot .button-primary').first().click()
  await page.getByText('下一题', { exact: true }).waitFor()
}

await shoot('home', worker, async () => undefined)
await shoot('result', worker, async (page) => {
  await openTab(page, '我的')
  await page.getByText('我的闯关成绩').click()
  await page.getByText('过关').first().click()
  await page.getByText('用时').waitFor()
})
await shoot('report', worker, async (page) => {
  await openTab(page, '随手拍')
  await page.locator('textarea').first().fill('配电箱门敞开，电线外皮破损，旁边堆着纸箱')
})
await shoot('timeline', worker, async (page) => {
  await openTab(page, '我的')
  await page.getByText('我的上报').click()
  // A card: the chips above say the same words.
  await page
    .locator('.card-press')
    .filter({ hasText: /待销号|已销号/ })
    .first()
    .click()
  await page.getByText('您上报了隐患').waitFor()
})
await shoot('ledger', officer, async (page) => {
  await openTab(page, '我的')
  await page.getByText('工作台').click()
  await page.getByText('隐患台账').click()
  await page.locator('.ledger-cover img').first().waitFor()
})

/** How a page is reached, the words that say it is there, and whether they lie below the first screen. */
type Scene = { visit: Visit | undefined; words: string; below?: boolean }

const contest: Record<string, Scene> = {
  map: { visit: { role: worker, start: 'pages/quiz/index' }, words: '我的积分' },
  question: { visit: walks['quiz/answered'], words: '下一题' },
  result: { visit: visits['packages/quiz/result'], words: '用时' },
  ranking: { visit: { role: worker, start: `packages/quiz/ranking?${running}` }, words: '我的单位' },
  prizes: { visit: visits['packages/quiz/prizes'], words: '工作人员扫码' },
  draw: { visit: visits['packages/quiz/prize-draw'], words: '一致', below: true },
  builder: { visit: walks['office/campaign-new/form'], words: '规则（点一行可以改）', below: true },
}

for (const [name, { visit: { role = '', start, taps = [] } = {}, words, below }] of Object.entries(contest))
  for (const level of levels) {
    const walk = async (page: Page) => {
      await follow(page, taps)
      const seen = page.getByText(words).last()
      await seen.waitFor()
      if (below) await seen.evaluate((element) => element.scrollIntoView())
    }
    await shoot(`contest-${name}${level === 'huge' ? '-huge' : ''}`, role, walk, { start, level })
  }
const cases: Record<string, string> = { case: 'desk/case/reporters', slip: 'hazard/report-for/slip' }
for (const [name, key] of Object.entries(cases)) {
  const { role = '', start, taps = [] } = walks[key] ?? {}
  await shoot(`hazard-${name}`, role, (page) => follow(page, taps), { start })
}
// The last: a paper in hand is what the map and the results would speak of.
await shoot('question', worker, async (page) => {
  await startLevel(page)
  await page.getByRole('radio').or(page.getByRole('checkbox')).nth(1).click()
})
await browser.close()
await cloud.stop()
