import { deriveId } from 'types/ids'
import { fingerprint } from './sensitive'

/**
 * A keyed mark of the openid: nothing leads back from it without the key, and who erases himself and returns is the
 * same person wherever "another person" is asked for.
 */
export const personIdOf = (openid: string): string => deriveId('person', fingerprint(`person/${openid}`))
