import { openPhone } from '../support/weapp'

const message = (letter: string) => letter.repeat(22)

type Event = { action: string; input: { ids?: string[]; from?: string } }

/** A phone whose cloud answers only that something was read, once it is in reach. */
const openApp = () => {
  const reach = { isOut: false }
  const phone = openPhone({
    cloud: {
      call: (_name, event) => {
        if (reach.isOut) return Promise.reject(new Error('request:fail'))
        const { action } = event as Event
        const error = { code: 'INTERNAL', message: '系统出了点问题', requestId: 'r' }
        return Promise.resolve(action === 'markRead' ? { ok: true, data: { unread: 0 } } : { ok: false, error })
      },
    },
  })
  const told = () =>
    phone.diary.calls
      .map(({ event }) => event as Event)
      .flatMap(({ action, input }) => (action === 'markRead' ? [input] : []))
  return { phone, told, reach }
}

describe('a notice in WeChat that is tapped', () => {
  test('says which message it was, at the start and when the app was open already, once each', async () => {
    const { phone, told } = openApp()
    await phone.launch('pages/home/index', { m: message('A') }, 1014)
    await phone.waitFor(() => told().length === 1)
    await phone.launch('packages/notice/messages', { m: message('B') }, 1014)
    await phone.waitFor(() => told().length === 2)
    await phone.launch('packages/notice/messages', { m: message('B') }, 1014)
    await phone.launch('pages/home/index')
    expect(told()).toEqual(['A', 'B'].map((letter) => ({ ids: [message(letter)], from: 'notice' })))
  })

  test('out of reach it is told when the app comes to the front again', async () => {
    const { phone, told, reach } = openApp()
    reach.isOut = true
    await phone.launch('pages/home/index', { m: message('C') }, 1014)
    await phone.waitFor(() => told().length > 0)
    reach.isOut = false
    const before = told().length
    await phone.launch('pages/home/index')
    await phone.waitFor(() => told().length === before + 1)
    await phone.launch('pages/home/index')
    expect(told()).toHaveLength(before + 1)
  })
})
