import { askPrivacy, givenPrivacy, withdrawPrivacy } from '@/lib/privacy'
import { usePrivacyAsk } from '@/lib/privacy-store'
import { taro } from './fake-taro'

jest.mock('@tarojs/taro', () => jest.requireActual('./fake-taro').taroModule)

const answer = (agreed: boolean) => usePrivacyAsk.getState().ask?.answer(agreed)
const isAsked = () => usePrivacyAsk.getState().ask !== null

beforeEach(() => taro.stored.clear())

it('asks once, each purpose for itself', async () => {
  const first = askPrivacy('photo')
  expect(usePrivacyAsk.getState().ask?.purpose).toBe('photo')
  answer(true)
  expect(await first).toBe(true)
  expect(await askPrivacy('photo')).toBe(true)
  const other = askPrivacy('phone')
  expect(isAsked()).toBe(true)
  answer(true)
  await other
  expect(Object.keys(givenPrivacy()).sort()).toEqual(['phone', 'photo'])
})

it('a refusal is not remembered and blocks nothing else', async () => {
  const refused = askPrivacy('photo')
  answer(false)
  expect(await refused).toBe(false)
  expect(givenPrivacy()).toEqual({})
  const again = askPrivacy('photo')
  expect(isAsked()).toBe(true)
  answer(true)
  expect(await again).toBe(true)
})

it('asks anew after everything was taken back', async () => {
  const first = askPrivacy('clipboard')
  answer(true)
  await first
  withdrawPrivacy()
  const again = askPrivacy('clipboard')
  expect(isAsked()).toBe(true)
  answer(false)
  expect(await again).toBe(false)
})

it('a second question while one is open counts as not now', async () => {
  const first = askPrivacy('photo')
  expect(await askPrivacy('phone')).toBe(false)
  answer(true)
  expect(await first).toBe(true)
})
