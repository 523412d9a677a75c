import * as z from 'types/zod'
import { Id, deriveId } from 'types/ids'
import { LookWay } from 'types/volunteer-privacy'
import type { OutboxItem } from '../../kit/aggregate'
import type { Work } from '../local-work'
import { noteLooks } from './look-store'

type Look = {
  /** Applications whose full numbers somebody got to see. */
  ids: readonly string[]
  way: z.output<typeof LookWay>
  /** The unit in whose name it was done; never who. */
  office: string
  reason: string
  at: Date
}

/**
 * To be pushed by the very move that lets full numbers out (a look, a print, an export): each volunteer finds it under
 * 谁看过我的资料.
 */
export const lookedAt = (look: Look): Omit<OutboxItem, 'id'> => ({
  ...{ to: 'local', kind: 'looked' },
  payload: { ...look, ids: [...look.ids] },
})

const Looked = z.object({
  ids: z.array(Id),
  way: LookWay,
  office: z.string(),
  reason: z.string(),
  at: z.coerce.date(),
})

/** One line for each volunteer; twice is once. */
export const writeLooks: Work = async ({ id, payload }) => {
  const { ids, ...look } = Looked.parse(payload)
  await noteLooks(ids.map((applicationId) => ({ _id: deriveId('look', id, applicationId), applicationId, ...look })))
}
