import { isId } from 'types/ids'
import { newId } from '@/lib/new-id'

it('makes ids the contract accepts, no two alike', async () => {
  const made = await Promise.all(Array.from({ length: 500 }, newId))
  expect(made.every(isId)).toBe(true)
  expect(new Set(made).size).toBe(500)
})
