import { shortList } from '@/features/hazard/suggest-kind'

it('shows three kinds: suggestions first, the chosen one always among them', () => {
  expect(shortList([], undefined)).toHaveLength(3)
  expect(shortList(['health'], undefined)[0]).toBe('health')
  expect(shortList(['health', 'fire', 'machine', 'height', 'electric'], 'other')).toContain('other')
  const list = shortList(['fire'], 'electric')
  expect(new Set(list).size).toBe(list.length)
  expect(list).toContain('electric')
})
