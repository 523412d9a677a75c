import { taro } from './fake-taro'
import { clearStored, readStored, removeStored, writeStored } from '@/lib/storage'
import { setStorageOwner } from '@/lib/storage-scope.h5'

jest.mock('@tarojs/taro', () => jest.requireActual('./fake-taro').taroModule)

beforeEach(() => {
  taro.stored.clear()
  setStorageOwner('worker')
})

it('reads what it wrote, and nothing where nothing is', () => {
  expect(readStored('display')).toBeUndefined()
  writeStored('display', { level: 'huge', simple: true })
  expect(readStored('display')).toEqual({ level: 'huge', simple: true })
  removeStored('display')
  expect(readStored('display')).toBeUndefined()
})

it('forgets what no longer has the right shape', () => {
  writeStored('display', { level: 'huge', simple: true })
  for (const key of taro.stored.keys()) taro.stored.set(key, '{"level":"giant"}')
  expect(readStored('display')).toBeUndefined()
})

it('keeps drafts of one kind and people of one browser apart', () => {
  const draft = (values: string) => ({ version: 1, savedAt: '2027-06-01T00:00:00Z', values })
  writeStored('draft-answer', draft('一'), 'h1')
  writeStored('draft-answer', draft('二'), 'h2')
  expect(readStored('draft-answer', 'h1')?.values).toBe('一')
  setStorageOwner('officer')
  expect(readStored('draft-answer', 'h1')).toBeUndefined()
})

it('erases one person’s storage and nobody else’s', () => {
  writeStored('display', { level: 'large', simple: false })
  setStorageOwner('officer')
  writeStored('display', { level: 'huge', simple: false })
  clearStored()
  expect(readStored('display')).toBeUndefined()
  setStorageOwner('worker')
  expect(readStored('display')?.level).toBe('large')
})
