import { createWriteStream, mkdtempSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hazardTerms, isBeingFixed, shelvesOf } from 'types/hazard'
import { deriveId, receiptCode } from 'types/ids'
import { cast, documentsOf, east, now, seedLines } from '../../standing/world'
import { startCloud, type Cloud } from '../cloud'

type Line = { c?: string; d?: Record<string, unknown> }
type Model = ReturnType<typeof documentsOf>[number] & {
  state: 'assigned'
  enterprise: { id: string; name: string } | null
}

/** The enterprise whose own figures are looked at: what is open there does not grow with the city. */
export const watched = cast.fixer.grants.find(({ role }) => role === 'fixer')?.enterpriseId ?? ''

const models = documentsOf('hazards').filter((doc) => doc.under.includes(east)) as Model[]
const isWatched = ({ enterprise }: Model) => enterprise?.id === watched
// Beyond the first thousand the watched enterprise has nothing but what was closed long ago.
const later = models.filter((model) => !isWatched(model) || (model.state as string) === 'closed')
const few = 1_000

export const crowdId = (n: number) => deriveId('crowd-hazard', String(n))
const date = (time: number) => ({ $date: { $numberLong: String(time) } })
const minute = 60_000

export type CrowdOptions = {
  /** When the n-th that is being fixed falls due, minutes from now; far off where undefined. */
  dueIn?: (n: number) => number | undefined
  /** Only hazards that are being fixed. */
  onlyFixing?: boolean
}

/** The n-th hazard of a crowded district: a story of the demonstration under an id, a number and a time of its own. */
export const crowdLine = (n: number, { dueIn, onlyFixing }: CrowdOptions = {}): string => {
  const all = n < few ? models : later
  const from = onlyFixing ? all.filter(({ state }) => isBeingFixed(state)) : all
  const model = from[n % from.length] as Model & { place: string; words: string; serial: string | null }
  const _id = crowdId(n)
  const code = receiptCode(_id)
  const numbered = model.serial !== null
  const serial = numbered ? `青泽-2026-${String(n).padStart(6, '0')}` : null
  const fixing = isBeingFixed(model.state)
  const due = dueIn?.(n)
  const start = Date.parse(now)
  const overdue = fixing && due === undefined && n % 5 === 0
  const doc = {
    ...{ ...model, _id, code, serial, serialKey: numbered ? `2026.${String(n).padStart(7, '0')}` : `.${_id}` },
    ...{ createdAt: date(start - n * minute), updatedAt: date(start - n * minute), overdue, ladder: undefined },
    ...{ progressDueAt: null, recheckAt: null, clockAt: null, tell: null, outbox: [], outboxAt: null, traces: [] },
    ...(fixing && { dueAt: date(start + (due === undefined ? 400_000 + n : due) * minute) }),
    ...(n >= few && isWatched(model) && { watchUntil: date(Date.parse('2026-02-01')) }),
  }
  const texts = { code, serial, unit: model.enterprise?.name ?? null, place: model.place, words: model.words }
  return JSON.stringify({ c: 'hazards', d: { ...doc, terms: hazardTerms(texts), shelves: shelvesOf(doc as never) } })
}

const others = (seedLines as Line[]).filter(({ c }) => c !== 'hazards' && c !== 'events')

/** The demonstration with so many hazards in one district, at its own moment. */
export const startCrowd = async (count: number, options: CrowdOptions = {}, dataDir?: string): Promise<Cloud> => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'crowd-')), 'seed.ndjson')
  const stream = createWriteStream(file)
  for (const line of others) stream.write(`${JSON.stringify(line)}\n`)
  for (let n = 0; n < count; n += 1) if (!stream.write(`${crowdLine(n, options)}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
  const cloud = await startCloud({ seed: file, env: 'config/local.env', dataDir })
  await cloud.clock({ now })
  return cloud
}
