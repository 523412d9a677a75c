import type { Grant } from 'types/org'
import { platform } from './cloud'
import { collection, type Document } from './collection'

/** A grant as stored: with the ids from the root down to its node. */
export type StoredGrant = Grant & { under: string[]; since: Date; by: string }

/** What the kit needs of a person's document; `org` writes it. */
export type PersonCore = Document & { personId: string; name: string | null; grants: StoredGrant[] }

export type Caller = {
  openid: string
  /** Public id of the person; equals no openid. Empty for who has no document. */
  personId: string
  name: string | null
  /** Grants of the roles the entry asks for. */
  grants: StoredGrant[]
}

const people = collection<PersonCore>('people')

/** OPENID and where the call came from, read from the platform at call time, never from the event. */
export const readContext = () => {
  const { OPENID, SOURCE } = platform.getWXContext()
  return { openid: OPENID ?? '', source: SOURCE ?? '' }
}

/**
 * True for a call made by another function or a timer. SOURCE is a chain, nearest caller last; a person's own call
 * ends in wx_client or wx_devtools.
 */
export const isPlatformCall = (source: string) => !/(^|,)(wx_client|wx_devtools|wx_http|wx_unknown)$/.test(source)

/** The caller with all grants; one trip. */
export const identify = async (openid: string): Promise<Caller> => {
  const person = await people.find(openid)
  return { openid, personId: person?.personId ?? '', name: person?.name ?? null, grants: person?.grants ?? [] }
}
