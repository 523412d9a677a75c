import * as z from 'types/zod'
import { readStored, writeStored } from './storage'
import { setStorageOwner } from './storage-scope.h5'
import type { Stored } from './storage-keys'

/** People of the demonstration, written beside the H5 build: `{ "booth": id, "personas": [{ openid, name, role, note }] }`. */
const Demo = z.object({
  booth: z.string().optional(),
  personas: z.array(
    z.object({ openid: z.string(), name: z.string(), role: z.string().default(''), note: z.string().default('') }),
  ),
})
export type Demo = z.output<typeof Demo>
export type Persona = Stored<'persona'>

/** A person nobody knows yet: what somebody is who has just scanned a code. */
export const newVisitor = (): Persona => {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return {
    openid: `visitor-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`,
    name: '新访客',
  }
}

let current: Persona | undefined

/** Who this window is; a new visitor at the first opening. Remembered. */
export const currentPersona = (): Persona => {
  if (!current) {
    current = readStored('persona') ?? newVisitor()
    writeStored('persona', current)
    setStorageOwner(current.openid)
  }
  return current
}

/** Becomes somebody else and opens the landing again, as that person's phone would. */
export const becomePersona = (persona: Persona) => {
  writeStored('persona', persona)
  window.location.assign('/')
}

let demo: Promise<Demo> | undefined

/** The demonstration's people and booth; none where no demonstration is running. */
export const loadDemo = (): Promise<Demo> => {
  demo ??= fetch('/personas.json')
    .then((response): Promise<unknown> => (response.ok ? response.json() : Promise.resolve({ personas: [] })))
    .then((raw) => Demo.catch({ personas: [] }).parse(raw))
    .catch(() => ({ personas: [] }))
  return demo
}
