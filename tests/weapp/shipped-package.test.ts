import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openPhone } from '../support/weapp'

const root = path.resolve('dist/weapp')
const offlineCloud = { call: () => Promise.reject({ errMsg: 'cloud.callFunction:fail network', errCode: -404011 }) }
const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}
const inside = (app.subPackages ?? []).flatMap((pack) =>
  pack.pages.map((page) => `${pack.root.replace(/\/$/, '')}/${page}`),
)

// What a page is told to show: it exists nowhere, and nobody answers anyway.
const named = 'A'.repeat(22)

describe('every shipped page', () => {
  test.each([...app.pages, ...inside])(
    '%s opens on a phone that reaches nobody and says so in Chinese',
    async (route) => {
      const phone = openPhone({ cloud: offlineCloud })
      await phone.launch(route, { id: named, campaignId: named, e: named, kept: named })
      expect(phone.route()).toBe(route)
      expect(phone.text()).toMatch(/[\u4e00-\u9fff]/)
      expect(phone.text()).not.toMatch(/undefined|\[object|NaN/)
    },
  )
})
