import { creditHours, type VisitSource } from 'types/visit-source'
import { readStored, writeStored } from './storage'

type Kind = keyof VisitSource
type Came = { id: string; at: string }

const isFresh = ({ at }: Came, now: number) => now - Date.parse(at) < creditHours * 3_600_000

/** A code was scanned: the first booth, and the first person's code, within 24 hours have brought this visit. */
export const noteSource = (kind: Kind, id: string) => {
  const before = readStored('source') ?? {}
  const standing = before[kind]
  if (standing && isFresh(standing, Date.now())) return
  writeStored('source', { ...before, [kind]: { id, at: new Date().toISOString() } })
}

/** The code of a lost booth led to another one: that one has brought the visit. */
export const moveSource = (lost: string, to: string) => {
  const before = readStored('source')
  if (before?.booth?.id === lost) writeStored('source', { ...before, booth: { ...before.booth, id: to } })
}

/** Where what is done now is counted: asked at the moment it is done. */
export const sourceNow = (): VisitSource => {
  const { booth, by } = readStored('source') ?? {}
  const now = Date.now()
  return {
    ...(booth && isFresh(booth, now) && { booth: booth.id }),
    ...(by && isFresh(by, now) && { by: by.id }),
  }
}
