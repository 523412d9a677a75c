import { AppError } from 'types/app-error'
import { eachAlone } from '../../../cloudfunctions/kit/each-alone'

const overtaken = new AppError('CONFLICT')

test('all have their turn; whom somebody overtook is left, the first real failure is told at the end', async () => {
  const done: string[] = []
  const work = (thrown: Record<string, Error>) => async (one: string) => {
    await Promise.resolve()
    if (thrown[one]) throw thrown[one]
    done.push(one)
  }
  await eachAlone(['a', 'b', 'c'], work({ a: overtaken }))
  expect(done).toEqual(['b', 'c'])
  const failed = eachAlone(['d', 'e', 'f'], work({ d: overtaken, e: new Error('first') }))
  await expect(failed).rejects.toThrow('first')
  expect(done).toEqual(['b', 'c', 'f'])
})
