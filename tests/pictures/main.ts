// npm run pictures [-- <part of a page's path or a pattern> [state, wide or walks]]: every page, four states, two text sizes, officers' in a PC window, and what opens over pages, checked; see .local/pictures.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newId } from 'types/ids'
import { openBrowser, type Persona } from '../support/browser'
import { startCloud } from '../support/cloud'
import type { Finding } from '../support/page-checks'
import { levels, states, takePicture, type Shot, type State } from '../support/pictures'
import { visitOf, type Visit } from './visits'
import { walks } from './walks'

const folder = path.resolve(process.env.PICTURES ?? '.local/pictures')

type Demo = { personas: (Persona & { role: string })[] }

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.resolve(file), 'utf8'))
const { personas } = readJson('dist/seed/personas.json') as Demo
const { pages } = readJson('dist/cloud.json') as { pages: string[] }

const newcomer: Persona = { openid: 'visitor-pictures', name: '新访客' }
/** The first officer of a union that has nothing yet. */
const founder: Persona = { openid: 'founder-pictures', name: '凌初' }

const personaOf = (role: string | undefined, state: State): Persona => {
  if (state === 'empty') return role?.includes('总工会干部') || role === '区应急管理局' ? founder : newcomer
  const known = personas.find((persona) => persona.role === role)
  return known ?? newcomer
}

const shotsOf = (page: string, urls: { full: string; empty: string }): Shot[] => {
  const { role, start, query, taps } = visitOf(page)
  return states.flatMap((state) =>
    levels.map((level) => ({
      page,
      state,
      level,
      url: state === 'empty' ? urls.empty : urls.full,
      persona: personaOf(role, state),
      start,
      query,
      taps,
    })),
  )
}

/** Pages officers also open in a PC window, by the beginning of their path. */
const officers = /^packages\/(desk|office|org|corps|contest|outreach)\//

/** An officer's page with content, as a PC shows it. */
const wideShot = (page: string, url: string): Shot => {
  const { role, start, query, taps } = visitOf(page)
  const persona = personaOf(role, 'full')
  return { page, state: 'full', level: 'standard', url, persona, start, query, taps, wide: true }
}

/** What stands over a page or comes after a tap on it: with content only. */
const shotsOfWalk = ([page, { role, start, taps }]: [string, Visit], url: string): Shot[] =>
  levels.map((level) => ({ page, state: 'full', level, url, persona: personaOf(role, 'full'), start, taps }))

const sheet = (names: string[]) => {
  const figure = (name: string) =>
    `<figure><img src="${name}.png" width="280" loading="lazy"><figcaption>${name}</figcaption></figure>`
  const style =
    'body{display:flex;flex-wrap:wrap;gap:16px;font:12px sans-serif}figure{margin:0}img{border:1px solid #ccc}'
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${names.map(figure).join('')}`
}

const run = async () => {
  const wanted = new RegExp(process.argv[2] ?? '')
  const wantedState = process.argv[3]
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const full = await startCloud({ seed: 'dist/seed/seed.ndjson', env: 'config/local.env' })
  const empty = await startCloud({ env: 'config/local.env' })
  const secret = 'local-first-administrator'
  const founding = { _id: newId(randomBytes), secret, unionName: '新河市总工会', name: founder.name }
  await empty.call('org', 'becomeFirstAdministrator', founding, founder.openid)
  const browser = await openBrowser()
  const shots = [
    ...pages
      .filter((page) => wanted.test(page))
      .flatMap((page) => shotsOf(page, { full: full.url, empty: empty.url }))
      .filter(({ state }) => !wantedState || state === wantedState),
    ...(!wantedState || wantedState === 'wide'
      ? pages.filter((page) => wanted.test(page) && officers.test(page)).map((page) => wideShot(page, full.url))
      : []),
    ...Object.entries(walks)
      .filter(([name]) => wanted.test(name) && (!wantedState || wantedState === 'walks'))
      .flatMap((walk) => shotsOfWalk(walk, full.url)),
  ]
  const findings: (Finding & { name: string })[] = []
  const names: string[] = []
  const waiting = [...shots]
  const worker = async () => {
    for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
      const name = `${shot.page.replaceAll('/', '-')}-${shot.wide ? 'wide' : `${shot.state}-${shot.level}`}`
      const found = await takePicture(browser, shot, path.join(folder, `${name}.png`))
      names.push(name)
      findings.push(...found.map((finding) => ({ name, ...finding })))
      for (const { rule, what } of found) process.stdout.write(`${name}: ${rule}: ${what}\n`)
    }
  }
  // Most of a picture is waiting: for quiet, for a retry, for a page that does not answer.
  await Promise.all([worker(), worker(), worker(), worker()])
  await browser.close()
  await Promise.all([full.stop(), empty.stop()])
  writeFileSync(path.join(folder, 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`)
  writeFileSync(path.join(folder, 'index.html'), sheet(names.sort()))
  process.stdout.write(
    `pictures: ${names.length} taken, findings ${findings.length}, goal 0, ${findings.length === 0 ? 'holds' : 'falls short'}\n`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
