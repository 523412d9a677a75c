import type { Locator, Page } from 'playwright-core'
import { jpegPhoto } from './photo'

type Name = string | RegExp
type Role = 'button' | 'radio' | 'checkbox' | 'tab' | 'dialog' | 'heading' | 'alert' | 'listitem' | 'img'

/** What one person does and sees on a phone, by the words on the screen. */
export const handOn = (page: Page) => {
  const heard: string[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/call/')) return
    void response.text().then(
      (text) => heard.push(text),
      () => undefined,
    )
  })
  // Pages beneath the one on top stay in the document, hidden.
  const shown = (found: Locator) => found.filter({ visible: true })
  const thing = (role: Role, name: Name) => shown(page.getByRole(role, { name, exact: typeof name === 'string' }))
  const field = (label: string) => shown(page.getByLabel(label, { exact: true })).and(page.locator('input, textarea'))
  const words = (text: Name) => shown(page.getByText(text))

  return {
    page,
    /** Bodies of everything the cloud answered to this phone. */
    heard,
    thing,
    field,
    words,
    tap: (name: Name, role: Role = 'button') => thing(role, name).first().tap(),
    sees: (text: Name) => words(text).first().waitFor(),
    type: (label: string, text: string) => field(label).first().fill(text),
    /** Picks a fresh photo where one is asked for; the first time the rules and the privacy question come before, and are agreed to. */
    takePhoto: async (name: Name, asked = false) => {
      const opened = page.waitForEvent('filechooser')
      await thing('button', name).first().tap()
      if (asked) await thing('button', '我在安全处，去拍照').first().tap()
      if (asked) await thing('button', '同意并继续').first().tap()
      const chooser = await opened
      await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpegPhoto() })
      await shown(page.getByText('已去除位置信息')).first().waitFor()
    },
    tab: (name: string) => thing('tab', name).first().tap(),
    /** All that can be read on the page on top. */
    text: () => page.evaluate(() => document.body.innerText),
    close: () => page.context().close(),
  }
}

export type Hand = ReturnType<typeof handOn>
