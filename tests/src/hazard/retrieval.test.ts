import { reportEntries } from 'types/hazard-report'
import {
  forgetRetrieval,
  knownRetrievals,
  parseRetrieval,
  rememberRetrieval,
  retrievalKeyOf,
  spellRetrieval,
} from '@/features/hazard/retrieval'

const mockStore = new Map<string, unknown>()
jest.mock('@/lib/storage', () => ({
  readStored: (key: string) => mockStore.get(key),
  writeStored: (key: string, value: unknown) => void mockStore.set(key, value),
}))

const id = 'H000000000000000000001'
const key = 'Kabcdefghijklmnopqrst9'

it('what was copied finds the report again, blanks and line breaks forgiven', () => {
  const code = spellRetrieval(id, key)
  expect(parseRetrieval(code)).toEqual({ id, key })
  expect(parseRetrieval(` ${code.slice(0, 20)}\n${code.slice(20)} `)).toEqual({ id, key })
  expect(reportEntries.track.input.safeParse({ id, retrievalKey: parseRetrieval(code)?.key }).success).toBe(true)
})

it.each(['', id, key, `${id}-short`, `${id}-${key}！`])('refuses %p', (text) => {
  expect(parseRetrieval(text)).toBeNull()
})

it('keeps one key a report, and forgets only the one asked for', () => {
  rememberRetrieval(id, key)
  rememberRetrieval('H000000000000000000002', 'another-key-of-sixteen')
  expect(retrievalKeyOf(id)).toBe(key)
  forgetRetrieval(id)
  expect(Object.keys(knownRetrievals())).toEqual(['H000000000000000000002'])
})
