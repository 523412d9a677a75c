import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { findChromium, openBrowser, openWindow } from '../../support/browser'
import { startCloud, type Cloud } from '../../support/cloud'
import { handOn, type Hand } from './hand'

type Demo = { booth: string; personas: { openid: string; name: string; role: string }[] }

const readDemo = (): Demo => JSON.parse(readFileSync(path.resolve('dist/seed/personas.json'), 'utf8')) as Demo

/** The booth the demonstration begins at. */
export const demoBooth = (): string => readDemo().booth

/** The demonstration's person with this role, as the seed wrote it. */
export const personOf = (role: string): Demo['personas'][number] => {
  const person = readDemo().personas.find((one) => one.role === role)
  if (!person) throw new Error(`no persona “${role}” in the seed`)
  return person
}

export type Stage = {
  cloud: () => Cloud
  browser: () => Browser
  /** A phone in somebody's hand, open at an address of the H5; every answer of the cloud to it is noted. */
  phoneOf: (persona?: { openid: string; name: string }, address?: string) => Promise<Hand>
  /** Script errors of every window so far. */
  failures: string[]
}

/** A seeded city union and a Chromium, for the length of one file. */
export const openStage = (): Stage => {
  let cloud: Cloud | undefined
  let browser: Browser | undefined
  const failures: string[] = []

  beforeAll(async () => {
    if ('reason' in findChromium()) return
    cloud = await startCloud({ seed: true, env: 'config/local.env' })
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
  })

  const given = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the stage is not open')
    return value
  }
  return {
    cloud: () => given(cloud),
    browser: () => given(browser),
    failures,
    phoneOf: async (persona, address = '/') => {
      const page = await openWindow(given(browser), persona)
      page.setDefaultTimeout(30_000)
      page.on('pageerror', (error) => failures.push(String(error)))
      await page.goto(`${given(cloud).url}${address}`)
      return handOn(page)
    },
  }
}
