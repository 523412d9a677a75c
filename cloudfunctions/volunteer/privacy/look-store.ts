import type { LookWay } from 'types/volunteer-privacy'
import type * as z from 'types/zod'
import { collection } from '../../kit/collection'

/** That an office got to see a volunteer's full number. */
export type LookDoc = {
  _id: string
  applicationId: string
  way: z.output<typeof LookWay>
  office: string
  reason: string
  at: Date
}

const looks = collection<LookDoc>('volunteer_looks')
const atOnce = 200

/** Many at once; the ones that stand already stay. */
export const noteLooks = async (docs: readonly LookDoc[]): Promise<void> => {
  for (let start = 0; start < docs.length; start += atOnce) await looks.putNew(docs.slice(start, start + atOnce))
}

/** The latest first. */
export const pageOfLooks = (applicationId: string, page: { page: number; size: number }) =>
  looks.page(
    { applicationId },
    {
      sort: [
        ['at', 'desc'],
        ['_id', 'desc'],
      ],
      ...page,
    },
  )

export const forgetLooks = (applicationId: string) => looks.remove({ applicationId })
