import type { OutputOf } from 'types/contract'
import { personEntries } from 'types/org'
import { readStored, writeStored } from '@/lib/storage'

type Landing = OutputOf<typeof personEntries.landing>

const keyOf = (booth: string | undefined, by: string | undefined) => `${booth ?? ''}/${by ?? ''}`

/** The landing this phone saw last, if it is this one: what is shown while the cloud is asked, and where it is busy. */
export const keptLanding = (booth: string | undefined, by: string | undefined): Landing | undefined => {
  const kept = readStored('landing')
  if (kept?.key !== keyOf(booth, by)) return undefined
  return personEntries.landing.output.safeParse(kept.landing).data
}

export const keepLanding = (booth: string | undefined, by: string | undefined, landing: Landing) =>
  writeStored('landing', { key: keyOf(booth, by), landing })
