import type { Scene } from 'types/ids'

/** A mini program has no address bar. */
export const addressScene = (): Scene | null => null
