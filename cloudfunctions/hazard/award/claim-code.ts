import { parseReceiptCode, receiptCode } from 'types/ids'
import { fingerprint } from '../../kit/sensitive'

/**
 * What a person shows to fetch his reward: nine letters only his own report shows. Keyed, so that nobody who knows the
 * list can work it out; kept nowhere.
 */
export const claimCodeOf = (awardId: string, of: string): string => receiptCode(fingerprint(`award/${awardId}/${of}`))

export const fitsClaim = (awardId: string, of: string, typed: string): boolean =>
  parseReceiptCode(typed) === claimCodeOf(awardId, of)
