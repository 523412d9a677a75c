import * as z from 'types/zod'
import { Id } from 'types/ids'
import type { Work } from '../local-work'
import { forgetCopies } from './copy'
import { forgetLooks } from './look-store'

const Forgotten = z.object({ applicationId: Id })

/** The application whose person is gone. */
export const forgottenIn = (payload: unknown): string => Forgotten.parse(payload).applicationId

/** Who looked, and copies handed out. */
export const forgetPrivate: Work = async ({ payload }) => {
  const applicationId = forgottenIn(payload)
  await forgetLooks(applicationId)
  await forgetCopies(applicationId)
}
