import { isQuiet } from 'types/notice-push'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { PushDoc } from '../documents'

export const pushes = collection<PushDoc>('pushes')

export const findPush = (id: string) => pushes.find(id)
export const createPush = (push: PushDoc) => pushes.insert(push)
export const pagePushes = (nodeId: string, page: number, size: number) =>
  pushes.page({ under: nodeId }, { sort: [['createdAt', 'desc']], page, size })
export const findPreparing = () => pushes.list({ state: 'preparing' }, { sort: [['createdAt', 'asc']], limit: 5 })
/** Whose messages may be sent: begun, not paused, and not at night. */
export const findOpen = async (now: Date): Promise<PushDoc[]> =>
  isQuiet(now)
    ? []
    : pushes.list({ state: command.in(['preparing', 'sending']) }, { sort: [['createdAt', 'asc']], limit: 50 })
/** Whose time has come. */
export const findDue = (now: Date) =>
  pushes.list({ state: 'scheduled', dueAt: command.lte(now) }, { sort: [['dueAt', 'asc']], limit: 20 })
export const findSending = () => pushes.list({ state: 'sending' }, { sort: [['createdAt', 'asc']], limit: 50 })

/** Notes how far the list is laid out; false where another sender was faster. */
export const advanceCursor = async (push: PushDoc, cursor: string): Promise<boolean> =>
  (await pushes.update({ _id: push._id, state: 'preparing', cursor: command.lt(cursor) }, { cursor })) > 0
