import { usePrivacyAsk } from '@/lib/privacy-store'
import { mayLocate, whereAmI } from '@/lib/where-am-i'
import { taro } from './fake-taro'

jest.mock('@tarojs/taro', () => jest.requireActual('./fake-taro').taroModule)

type Locate = Geolocation['getCurrentPosition']
const phone = (getCurrentPosition?: Locate) => {
  const value = getCurrentPosition ? { geolocation: { getCurrentPosition } } : {}
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true })
}
const answer = (agreed: boolean) => usePrivacyAsk.getState().ask?.answer(agreed)
const coords = { latitude: 32.68, longitude: 109.03, accuracy: 20 }
const found: Locate = (success) => success({ coords, timestamp: 0 } as GeolocationPosition)

beforeEach(() => taro.stored.clear())
afterEach(() => phone())

it('asks first, with its own sentence, and gives where it is', async () => {
  phone(found)
  const asked = whereAmI()
  expect(usePrivacyAsk.getState().ask?.purpose).toBe('location')
  answer(true)
  expect(await asked).toEqual({ latitude: 32.68, longitude: 109.03 })
})

it('is nothing after a no here, after a no there, and without the interface', async () => {
  const asked = jest.fn(found)
  phone(asked)
  const refused = whereAmI()
  answer(false)
  expect(await refused).toBeNull()
  expect(asked).not.toHaveBeenCalled()
  phone((_success, fail) => fail?.({ code: 1 } as GeolocationPositionError))
  const denied = whereAmI()
  answer(true)
  expect(await denied).toBeNull()
  phone()
  expect(mayLocate()).toBe(false)
  expect(await whereAmI()).toBeNull()
})

it('waits four seconds and no longer', async () => {
  jest.useFakeTimers()
  phone(() => undefined)
  const asked = whereAmI()
  answer(true)
  await jest.advanceTimersByTimeAsync(4_000)
  expect(await asked).toBeNull()
  jest.useRealTimers()
})
