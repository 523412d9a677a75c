import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { openWindow, settled, type Persona } from './browser'
import {
  findCutText,
  findOverlaps,
  findSmallTargets,
  findUnfinished,
  noteClickListeners,
  type Finding,
} from './page-checks'

/** The four states every page has. */
export const states = ['full', 'empty', 'error', 'loading'] as const
export type State = (typeof states)[number]
/** Text levels a picture is taken in: the usual one and the largest. */
export const levels = ['standard', 'huge'] as const
export type Level = (typeof levels)[number]

/** A phone's window, and an officer's on a PC. */
const phone = { width: 375, height: 812 }
const desktop = { width: 1280, height: 800 }

/** What a hand does on the way: taps a text or the first `.class`, presses a labelled button, fills a field, chooses a file. */
export type Step = string | { press: string } | { fill: string; as: string } | { choose: string; file: string }

export type Shot = {
  page: string
  state: State
  level: Level
  /** Address of the local cloud that serves the page. */
  url: string
  persona: Persona
  start?: string
  query?: string
  taps?: readonly Step[]
  /** Taken in an officer's PC window. */
  wide?: boolean
}

const axe = readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8')
const axeRules = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] } }

type AxeResult = { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }

const askAxe = async (page: Page): Promise<Finding[]> => {
  await page.evaluate(axe)
  const { violations } = await page
    .evaluate(
      (options) => (window as unknown as { axe: { run: (options: unknown) => Promise<unknown> } }).axe.run(options),
      axeRules,
    )
    .then((result) => result as AxeResult)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => ({ rule: `axe ${id}`, what: `${help}: ${html.slice(0, 140)}` })),
  )
}

/** The person's own size of text, as the phone keeps it; before the page is opened. */
export const setLevel = (page: Page, { persona, level }: Pick<Shot, 'persona' | 'level'>) =>
  page.addInitScript(
    ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
    [`display@${persona.openid}`, JSON.stringify({ data: { level, simple: false } })],
  )

/** What says who somebody is; without an answer to it an office shows nothing of its own. */
const asksWho = (route: Route) => route.request().url().endsWith('/call/org') && actionOf(route) === 'me'
const actionOf = (route: Route) => (JSON.parse(route.request().postData() ?? '{}') as { action?: string }).action

/** Calls fail at once, or never come back; behind the tabs all but the one that says who somebody is. */
const spoilCalls = async (page: Page, { state, page: wanted }: Pick<Shot, 'state' | 'page'>) => {
  if (state !== 'error' && state !== 'loading') return
  const isTab = wanted.startsWith('pages/')
  await page.route('**/call/**', (route) => {
    if (!isTab && asksWho(route)) return route.continue()
    return state === 'error' ? route.abort() : undefined
  })
}

const patience = { timeout: 30_000 }

const take = async (page: Page, step: Step) => {
  if (typeof step === 'string')
    return step.startsWith('.') ? page.locator(step).first().tap(patience) : page.getByText(step).last().tap(patience)
  if ('press' in step) return page.getByRole('button', { name: step.press, exact: true }).first().tap(patience)
  if ('fill' in step) {
    const field = page.getByLabel(step.fill).and(page.locator('input, textarea')).first()
    await field.fill(step.as, patience)
    return field.press('Enter')
  }
  const chooser = page.waitForEvent('filechooser', patience)
  await page.getByText(step.choose).last().tap(patience)
  await (await chooser).setFiles(step.file)
}

// A phone asks three times before it gives up: 1 and 2 seconds lie between.
/** What still shows grey shapes only, after all patience. */
export const findUnloaded = async (page: Page): Promise<Finding[]> => {
  const seen = () => page.evaluate(findUnfinished)
  for (let tries = 0; tries < 100 && (await seen()).length > 0; tries += 1) await page.waitForTimeout(200)
  return seen()
}

/** Does one step after another, and waits after each for what it brings. */
export const follow = async (page: Page, steps: readonly Step[]) => {
  for (const step of steps) {
    await take(page, step)
    // The page of a tap comes a moment later; what was quiet before it counts as quiet still.
    await page.waitForTimeout(300)
    await settled(page)
    await findUnloaded(page)
  }
}

const arrive = async (page: Page, { url, page: wanted, start, query, taps = [], state, wide }: Shot) => {
  const isDirect = state !== 'full' || start === undefined
  const direct = query ? `${wanted}?${query}` : wanted
  await page.goto(`${url}/#/${isDirect ? direct : start}`)
  if (state === 'loading') await page.waitForTimeout(1000)
  else await settled(page)
  if (!isDirect) await follow(page, taps)
  // A walk has a name of its own, and a PC window shows a row beside its list; any other page is there once the address says so.
  if (!wide && wanted.startsWith('packages/'))
    await page.waitForURL(
      (address) => address.hash.split('?')[0] === `#/${wanted}`,
      isDirect ? { timeout: 1000 } : patience,
    )
  if (!isDirect) await settled(page)
}

/** Pages scroll inside themselves: a window as tall as the content shows all of it; of a sheet, the sheet and some ground. */
const showWhole = async (page: Page, { width, height: least }: typeof phone) => {
  const height = await page.evaluate(() => {
    const ground = 320
    const tallest = (within: string) =>
      Math.max(0, ...[...document.querySelectorAll(within)].map((element) => element.scrollHeight))
    const sheet = tallest('[role=dialog], [role=dialog] *')
    return sheet > 0 ? sheet + ground : tallest('html, body, body *')
  })
  await page.setViewportSize({ width, height: Math.min(Math.max(least, height), 4000) })
  await page.waitForTimeout(100)
}

/** Takes one picture into `file` and says what is wrong with the page. */
export const takePicture = async (browser: Browser, shot: Shot, file: string): Promise<Finding[]> => {
  const page = await openWindow(browser, shot.persona)
  const failures: Finding[] = []
  const size = shot.wide ? desktop : phone
  page.on('pageerror', (error) => failures.push({ rule: 'script-error', what: String(error).slice(0, 200) }))
  try {
    await page.setViewportSize(size)
    await page.addInitScript(noteClickListeners)
    await setLevel(page, shot)
    await spoilCalls(page, shot)
    await arrive(page, shot)
    const stuck = shot.state === 'loading' ? [] : await findUnloaded(page)
    await page.waitForTimeout(150)
    const geometry = await Promise.all(
      [findCutText, findOverlaps, findSmallTargets].map((check) => page.evaluate(check)),
    )
    const findings = [...failures, ...stuck, ...geometry.flat(), ...(await askAxe(page))]
    await showWhole(page, size)
    await page.screenshot({ path: file, animations: 'disabled' })
    return findings
  } catch (error) {
    // Where it stood still tells why.
    await page.screenshot({ path: file, animations: 'disabled' }).catch(() => undefined)
    return [...failures, { rule: 'not-reached', what: String(error).split('\n')[0] ?? '' }]
  } finally {
    await page.context().close()
  }
}
