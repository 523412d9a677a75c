import type { LedgerView } from 'types/hazard-ledger-views'
import { collection } from '../../kit/collection'

/** What one officer named of the ledger; `_id` is the openid, so that it goes with the person. */
export type LedgerViews = { _id: string; rev: number; items: LedgerView[] }

const views = collection<LedgerViews>('hazard_ledger_views')

export const findViews = (openid: string) => views.find(openid)

/** false where the same person changed them on another phone meanwhile. */
export const putViews = async ({ _id, rev, items }: LedgerViews): Promise<boolean> =>
  rev === 0 ? views.insert({ _id, rev: 1, items }) : (await views.update({ _id, rev }, { rev: rev + 1, items })) > 0

export const forgetViews = (openid: string) => views.remove({ _id: openid })
