import { taro } from './fake-taro'
import { hasRefused, keepAnswers, mayAskAlong, wasAskedToday } from '@/lib/ask-along'
import { setStorageOwner } from '@/lib/storage-scope.h5'

jest.mock('@tarojs/taro', () => jest.requireActual('./fake-taro').taroModule)

beforeEach(() => {
  taro.stored.clear()
  setStorageOwner('worker')
})

const now = new Date('2026-06-10T02:00:00Z')
const fresh = { left: 0, refused: false, always: null, askedToday: false } as const

describe('asking along the way', () => {
  test('who has few messages left is asked, once a day at a place', () => {
    expect(mayAskAlong(fresh)).toBe(true)
    expect(mayAskAlong({ ...fresh, askedToday: true })).toBe(false)
    expect(mayAskAlong({ ...fresh, left: 3 })).toBe(false)
  })

  test('who said no is left alone, here and by WeChat', () => {
    expect(mayAskAlong({ ...fresh, refused: true })).toBe(false)
    expect(mayAskAlong({ ...fresh, always: 'reject' })).toBe(false)
  })

  test('where WeChat shows no panel every tap adds one, up to plenty', () => {
    expect(mayAskAlong({ ...fresh, always: 'accept', askedToday: true, left: 19 })).toBe(true)
    expect(mayAskAlong({ ...fresh, always: 'accept', left: 20 })).toBe(false)
  })

  test('a no is remembered until the person says yes of his own accord', () => {
    expect(hasRefused(['activity'])).toBe(false)
    keepAnswers('activity', [{ template: 'activity', result: 'reject' }], now)
    expect(hasRefused(['activity'])).toBe(true)
    expect(hasRefused(['work-to-do'])).toBe(false)
    expect(wasAskedToday('activity', now)).toBe(true)
    expect(wasAskedToday('activity', new Date('2026-06-11T02:00:00Z'))).toBe(false)
    keepAnswers('messages', [{ template: 'activity', result: 'accept' }], now)
    expect(hasRefused(['activity'])).toBe(false)
  })
})
