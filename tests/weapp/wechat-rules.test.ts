import { newPhoneState, type Answers } from '../support/weapp/phone-state'
import { cloudApis } from '../support/weapp/wx-cloud'
import { deviceApis } from '../support/weapp/wx-device'
import { peopleApis } from '../support/weapp/wx-people'
import { scriptLoader } from '../support/weapp/run-scripts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const open = (answers: Partial<Answers> = {}) => {
  const state = newPhoneState(answers)
  const cloud = {
    call: async (_name: string, event: unknown) => ({ heard: event }),
    upload: async () => 'cloud://file',
  }
  return { state, wx: { ...deviceApis(state).apis, ...peopleApis(state), ...cloudApis(state, cloud) } }
}

describe('the phone keeps the rules of WeChat', () => {
  test('subscribe messages are asked inside a tap only', async () => {
    const { state, wx } = open()
    const ask = () => wx.requestSubscribeMessage({ tmplIds: ['a'] })
    await expect(ask()).rejects.toMatchObject({ errMsg: expect.stringContaining('TAP gesture') })
    state.inTap = true
    await expect(ask()).resolves.toMatchObject({ a: 'accept' })
    // A microtask of the tap is no longer the tap.
    const later = Promise.resolve().then(ask)
    state.inTap = false
    await expect(later).rejects.toMatchObject({ errMsg: expect.stringContaining('TAP gesture') })
  })

  test('a private API waits for consent, and consent needs the button to be tapped', async () => {
    const { state, wx } = open({ photos: () => [new Uint8Array(3)] })
    wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'agree', buttonId: 'agree' }))
    await expect(wx.chooseMedia({ count: 1 })).rejects.toMatchObject({ errno: 104 })
    state.agreeButtons.add('agree')
    await expect(wx.chooseMedia({ count: 1 })).resolves.toMatchObject({ tempFiles: [{ size: 3 }] })
    wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'disagree' }))
    await expect(wx.chooseMedia({ count: 1 })).resolves.toBeDefined()
  })

  test('storage keeps copies, an absent key is an empty string, a megabyte is the most', async () => {
    const { wx } = open()
    const value = { list: [1] }
    wx.setStorageSync('a', value)
    value.list.push(2)
    expect(wx.getStorageSync('a')).toEqual({ list: [1] })
    expect(wx.getStorageSync('b')).toBe('')
    await expect(wx.getStorage({ key: 'b' } as never)).rejects.toMatchObject({
      errMsg: 'getStorage:fail data not found',
    })
    expect(() => wx.setStorageSync('c', 'x'.repeat(1024 * 1024 + 1))).toThrow()
  })

  test('a call crosses as JSON and fails without a network', async () => {
    const { state, wx } = open()
    const data = { keep: 1, drop: undefined, when: new Date(0) }
    const reply = await wx.cloud.callFunction({ name: 'quiz', data })
    expect(reply).toMatchObject({ result: { heard: { keep: 1, when: '1970-01-01T00:00:00.000Z' } } })
    state.online = false
    await expect(wx.cloud.callFunction({ name: 'quiz', data })).rejects.toMatchObject({ errCode: -404011 })
  })

  test('scripts see what a mini program sees: no window, no process, no code from text', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'scripts-'))
    const given = { wx: {}, App: 0, Page: 0, Component: 0, Behavior: 0, getApp: 0, getCurrentPages: 0 }
    const seen = '[typeof window, typeof process, typeof fetch, typeof AbortController, Function("return 1")]'
    writeFileSync(path.join(folder, 'part.js'), 'exports.kind = typeof wx')
    writeFileSync(path.join(folder, 'app.js'), `module.exports = ${seen}.concat(require("./part").kind)`)
    const unknown = Array.from({ length: 4 }, () => 'undefined')
    expect(scriptLoader(folder, given).run('app')).toEqual([...unknown, undefined, 'object'])
    rmSync(folder, { recursive: true })
  })
})
