import { startOfDay } from 'types/calendar'
import { canonicalJson } from 'types/chain'

const dayMs = 86_400_000

/** Dates as the database writes them; everything else as it is. */
const toEjson = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (Array.isArray(value)) return value.map(toEjson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toEjson(part)]))
}

/** Everything the demonstration holds, gathered line by line. */
export type City = {
  /** Shanghai day the story is told on. */
  today: string
  /** Instant `days` from today at `hours` (Shanghai, fractions allowed). */
  at: (days: number, hours: number) => Date
  add: (collection: string, document: object) => void
  /** Stores a file once; `draw` is asked only for a path that is new. */
  file: (cloudPath: string, draw: () => Buffer) => string
  count: (domain: string, key: string, field: string, by?: number) => void
  /** What has been counted so far. */
  counted: (domain: string, key: string, field: string) => number
  /** Messages a person agreed to, as WeChat counts them. */
  consent: (openid: string, template: string, quota: number) => void
  lines: () => string[]
}

const envId = 'local-ankang'
// As the local cloud names its bucket.
const bucket = `6c6f-${envId}-1300000000`

export const openCity = (today: string): City => {
  const documents: { c: string; d: unknown }[] = []
  const files: { f: string; b64: string }[] = []
  const consents: { consent: { openid: string; template: string; quota: number } }[] = []
  const counters = new Map<string, { domain: string; values: Record<string, number> }>()
  const midnight = startOfDay(today).getTime()
  const counterDocuments = () =>
    [...counters].map(([_id, { domain, values }]) => ({ c: 'counters', d: { _id, domain, batch: 0, values } }))
  return {
    today,
    at: (days, hours) => new Date(midnight + days * dayMs + Math.round(hours * 3600) * 1000),
    add: (c, d) => documents.push({ c, d: toEjson(d) }),
    file: (f, draw) => {
      if (!files.some((known) => known.f === f)) files.push({ f, b64: draw().toString('base64') })
      return `cloud://${envId}.${bucket}/${f}`
    },
    count: (domain, key, field, by = 1) => {
      const id = `${domain}.${key}`
      const counter = counters.get(id) ?? { domain, values: {} }
      counter.values[field] = (counter.values[field] ?? 0) + by
      counters.set(id, counter)
    },
    consent: (openid, template, quota) => consents.push({ consent: { openid, template, quota } }),
    counted: (domain, key, field) => counters.get(`${domain}.${key}`)?.values[field] ?? 0,
    lines: () => [...documents, ...counterDocuments(), ...consents, ...files].map((line) => canonicalJson(line)),
  }
}
