import { AppError } from 'types/app-error'
import { openLockQueue, type Locked, type Locking } from '@/features/quiz/lock-queue'

/** A cloud whose answers the test gives one by one. */
const openEnds = () => {
  const asked: Locking[] = []
  const replies: { resolve: (reply: Locked) => void; reject: (error: unknown) => void }[] = []
  const locked: Locked[] = []
  const stuck: (string | null)[] = []
  const refused: string[] = []
  const queue = openLockQueue({
    send: (answer) => {
      asked.push(answer)
      return new Promise((resolve, reject) => replies.push({ resolve, reject }))
    },
    onLocked: (reply) => void locked.push(reply),
    onStuck: (why) => void stuck.push(why && (why as AppError).code),
    onRefused: (why) => void refused.push((why as AppError).code),
    pause: () => 0,
  })
  const later = () => new Promise((resolve) => setTimeout(resolve, 5))
  const answer = async (right = true, closed = false) => {
    const { no, chosen } = asked.at(-1)!
    replies.at(-1)!.resolve({ no, chosen: [...chosen], right, closed })
    await later()
  }
  const fail = async (code: 'NETWORK' | 'PAPER_CLOSED') => {
    replies.at(-1)!.reject(new AppError(code))
    await later()
  }
  return { queue, asked, locked, stuck, refused, answer, fail, later }
}

const first = { no: 1, chosen: [0] }
const second = { no: 2, chosen: [1, 2] }

it('sends one answer at a time, in order', async () => {
  const ends = openEnds()
  ends.queue.push(first)
  ends.queue.push(second)
  expect(ends.asked).toEqual([first])
  await ends.answer()
  expect(ends.asked).toEqual([first, second])
  await ends.answer(false)
  expect(ends.locked.map(({ no, right }) => [no, right])).toEqual([
    [1, true],
    [2, false],
  ])
})

it('keeps an answer that did not arrive, says so, sends it again and then the next', async () => {
  const ends = openEnds()
  ends.queue.push(first)
  await ends.fail('NETWORK')
  ends.queue.push(second)
  expect(ends.stuck).toEqual(['NETWORK'])
  expect(ends.asked).toEqual([first, first])
  await ends.answer()
  expect(ends.stuck).toEqual(['NETWORK', null])
  expect(ends.asked).toEqual([first, first, second])
})

it('takes the same answer once while it waits', async () => {
  const ends = openEnds()
  ends.queue.push(first)
  ends.queue.push(first)
  await ends.answer()
  expect(ends.asked).toEqual([first])
})

it('sends nothing more once the paper has closed', async () => {
  const ends = openEnds()
  ends.queue.push(first)
  ends.queue.push(second)
  await ends.answer(false, true)
  expect(ends.asked).toEqual([first])
  expect(ends.locked).toHaveLength(1)
})

it('gives up where the cloud will never take it', async () => {
  const ends = openEnds()
  ends.queue.push(first)
  await ends.fail('PAPER_CLOSED')
  ends.queue.push(second)
  await ends.later()
  expect(ends.refused).toEqual(['PAPER_CLOSED'])
  expect(ends.asked).toEqual([first])
})

it('is silent after the page is gone', async () => {
  const ends = openEnds()
  ends.queue.push(first)
  ends.queue.stop()
  await ends.answer()
  expect(ends.locked).toEqual([])
})
