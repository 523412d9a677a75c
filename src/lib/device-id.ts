import type { Id } from 'types/ids'
import { newId } from './new-id'
import { readStored, writeStored } from './storage'

/** This phone's id in contests and activities: random, made at first use, and nothing the phone itself could tell. */
export const deviceId = async (): Promise<Id> => {
  const known = readStored('device')
  if (known !== undefined) return known
  const made = await newId()
  writeStored('device', made)
  return made
}
