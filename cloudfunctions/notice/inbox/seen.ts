import type { outcomeEntries } from 'types/notice-outcome'
import { toldNumber } from 'types/told-number'
import type { Handler } from '../../kit/serve'
import type { PushDoc } from '../documents'
import { listSeen } from './seen-store'

const step = 1000
/** A call may last 20 s; the phone waits as long. */
const budgetMs = 8_000

/** Counted from the messages when an officer looks: by thousands, as far as there is time. */
export const pushSeen: Handler<typeof outcomeEntries.pushSeen, PushDoc> = async (_input, { subject: push }) => {
  const until = Date.now() + budgetMs
  let [laid, read, opened, after] = [0, 0, 0, '']
  for (;;) {
    const found = await listSeen(push._id, after, step)
    laid += found.length
    read += found.filter((message) => message.read).length
    opened += found.filter((message) => message.opened).length
    const isWhole = found.length < step
    if (isWhole || Date.now() > until) return { laid, read: toldNumber(read), opened: toldNumber(opened), isWhole }
    after = found.at(-1)?._id ?? ''
  }
}
