import type { noticeContract } from 'types/notice'
import { pushMachine, type PushAct } from 'types/notice-push'
import { move } from '../../kit/aggregate'
import { nudge } from '../../kit/nudge'
import type { Handler } from '../../kit/serve'
import type { PushDoc } from '../documents'
import { pushes } from './push-store'

type Act = Handler<typeof noticeContract.pausePush, PushDoc>

const moveBy =
  (act: PushAct): Act =>
  async ({ version }, { subject: push, acting, now }) =>
    move(pushes, pushMachine, push, acting('officer'), act, version, { at: now })

/** A push that was put off is not sent at all. */
export const cancelPush: Act = moveBy('cancel')

/** What is under way is finished; everybody else waits. */
export const pausePush: Act = moveBy('pause')

export const resumePush: Act = async (input, context) => {
  const moved = await moveBy('resume')(input, context)
  nudge('notice')
  return moved
}
