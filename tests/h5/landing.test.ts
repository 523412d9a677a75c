import type { Browser } from 'playwright-core'
import { browserTest, findChromium, openBrowser, openWindow, settled } from '../support/browser'
import { startCloud, type Cloud } from '../support/cloud'

describe('the address of the H5 build', () => {
  let cloud: Cloud
  let browser: Browser | undefined

  beforeAll(async () => {
    if ('reason' in findChromium()) return
    cloud = await startCloud({ seed: 'dist/seed/seed.ndjson', env: 'config/local.env' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await (cloud as Cloud | undefined)?.stop()
  })

  browserTest('is the landing of a demonstration booth, with nothing asked', async () => {
    const page = await openWindow(browser as Browser)
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(String(error)))
    await page.goto(`${cloud.url}/`)
    await page.getByText('开始闯关').waitFor()
    await settled(page)
    expect(await page.innerText('body')).toContain('随手拍隐患')
    expect(failures).toEqual([])
    await page.context().close()
  })
})
