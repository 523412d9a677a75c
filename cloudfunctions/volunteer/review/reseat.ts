import { AppError } from 'types/app-error'
import { record, type Acting } from '../../kit/aggregate'
import { applications } from '../application-store'
import { countMove } from '../counting'
import type { ApplicationDoc } from '../documents'
import type { Routes } from './seat'
import { atDesk } from './standing'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '转到现在的上级工会' }

/** Waits at a union that is no longer above its own: the street was moved meanwhile. What the regulator has stays there. */
export const isAstray = ({ state, deskId, unionUnder }: ApplicationDoc) =>
  state === 'submitted' && deskId !== null && !unionUnder.includes(deskId)

/** For a record that follows a moved subtree: the clock looks at it soon. */
export const lookSoon = (after: ApplicationDoc) => (isAstray(after) ? { remindAt: new Date() } : {})

/** Brings it to the desk of whoever issues the union's opinion now, to be told as something new. */
export const reseat = async (doc: ApplicationDoc, routes: Routes, now: Date): Promise<void> => {
  try {
    const { qualifier } = await routes(doc.node.id)
    const desk = { id: qualifier._id, name: qualifier.name }
    const set = { qualifier: desk, ...atDesk(desk, now) }
    const push = countMove(doc, { ...doc, ...set })
    await record(applications, doc, clock, 'reseat', { at: now, set, push, data: { desk: desk.id } })
  } catch (thrown) {
    // Somebody was faster, or its union is gone: whoever stands over it may act all the same.
    if (!(thrown instanceof AppError)) throw thrown
  }
}
