import { noteOpened } from '@/lib/opened-notice'
import { queryClient } from '@/lib/query-client'
import { transport } from '@/lib/transport'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro').taroModule)
jest.mock('@/lib/transport', () => ({ transport: jest.fn() }))
const cloud = jest.mocked(transport)

const inbox = ['notice', 'inbox']
const isStale = () => queryClient.getQueryState(inbox)?.isInvalidated
const told = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => queryClient.setQueryData(inbox, { pages: [] }))
afterAll(() => queryClient.clear())

test('after a notice was tapped the messages are read anew; while the cloud has not heard of it they are not', async () => {
  cloud.mockRejectedValueOnce(new Error('request:fail'))
  noteOpened({ m: 'A'.repeat(22) })
  await told()
  expect(isStale()).toBe(false)
  cloud.mockResolvedValue({ ok: true, data: { unread: 0 } })
  noteOpened(undefined)
  await told()
  expect(isStale()).toBe(true)
  expect(cloud).toHaveBeenCalledTimes(2)
})
