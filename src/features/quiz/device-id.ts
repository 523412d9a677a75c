import type { Id } from 'types/ids'
import { newId } from '@/lib/new-id'
import { readStored, writeStored } from '@/lib/storage'

/** This phone's id in contests: random, made at first use, and nothing the phone itself could tell. */
export const deviceId = async (): Promise<Id> => {
  const known = readStored('device')
  if (known !== undefined) return known
  const made = await newId()
  writeStored('device', made)
  return made
}
