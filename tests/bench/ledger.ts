// Ledger pages, detail and ranking with 1,000 and with 100,000 hazards, both clouds running, calls in turns.
import { createWriteStream, mkdtempSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deriveId, receiptCode } from 'types/ids'
import { hazardTerms, shelvesOf } from 'types/hazard'
import { startCloud, type Cloud } from '../support/cloud'
import { documentsOf, east, now, openidOf, seedLines } from '../standing/world'
import { figure, median } from '../support/figure'

const few = 1_000
const many = 100_000
const rounds = 60
const goal = 1.3

type Line = { c?: string; d?: Record<string, unknown> }
const models = documentsOf('hazards').filter((doc) => doc.under.includes(east))
const others = (seedLines as Line[]).filter(({ c }) => c !== 'hazards' && c !== 'events')

/** The n-th hazard of the east district: a model's story under an id, a time and a number of its own. */
const hazardLine = (n: number): string => {
  const model = models[n % models.length] as Record<string, unknown> & { under: string[] }
  const _id = deriveId('bench-hazard', String(n))
  const code = receiptCode(_id)
  const at = { $date: { $numberLong: String(Date.parse(now) - n * 60_000) } }
  const numbered = model.serial !== null
  const serial = numbered ? `青泽-2026-${String(n).padStart(6, '0')}` : null
  const texts = { code, serial, unit: null, place: String(model.place), words: String(model.words) }
  const own = {
    _id,
    code,
    serial,
    serialKey: numbered ? `2026.${String(n).padStart(7, '0')}` : `.${_id}`,
    createdAt: at,
    updatedAt: at,
  }
  return JSON.stringify({
    c: 'hazards',
    d: { ...model, ...own, terms: hazardTerms(texts), shelves: shelvesOf(model as never) },
  })
}

const cloudOf = async (count: number): Promise<Cloud> => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bench-ledger-')), 'seed.ndjson')
  const stream = createWriteStream(file)
  for (const line of others) stream.write(`${JSON.stringify(line)}\n`)
  for (let n = 0; n < count; n += 1) if (!stream.write(`${hazardLine(n)}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
  const cloud = await startCloud({ seed: file, env: 'config/local.env' })
  await cloud.clock({ now })
  return cloud
}

const campaignId = documentsOf('campaigns')[0]?._id
type Ask = { name: string; domain: string; action: string; input: unknown; openid: string }
const ledger = (name: string, openid: string, page: number): Ask => ({
  name,
  domain: 'hazard',
  action: 'ledger',
  input: { page, size: 20 },
  openid,
})
const asks: Ask[] = [
  ledger('ledger page 1, city officer', openidOf('city officer'), 1),
  ledger('ledger page 50, city officer', openidOf('city officer'), 50),
  ledger('ledger page 1, district officer', openidOf('officer'), 1),
  ledger('ledger page 50, district officer', openidOf('officer'), 50),
  {
    name: 'hazard detail',
    domain: 'hazard',
    action: 'detail',
    input: { id: deriveId('bench-hazard', '7') },
    openid: openidOf('officer'),
  },
  { name: 'ranking', domain: 'quiz', action: 'ranking', input: { campaignId }, openid: openidOf('worker') },
]

const timed = async (cloud: Cloud, { domain, action, input, openid }: Ask): Promise<number> => {
  const started = process.hrtime.bigint()
  await cloud.call(domain, action, input, openid)
  return Number(process.hrtime.bigint() - started) / 1e6
}

const small = await cloudOf(few)
const large = await cloudOf(many)
try {
  for (const ask of asks) {
    const times = { small: [] as number[], large: [] as number[] }
    for (let round = 0; round < rounds + 10; round += 1) {
      const [first, second] = [await timed(small, ask), await timed(large, ask)]
      if (round < 10) continue
      times.small.push(first)
      times.large.push(second)
    }
    const [less, more] = [median(times.small), median(times.large)]
    figure(
      ask.name,
      `${(more / less).toFixed(2)} × (${more.toFixed(1)} ms with 100,000 hazards beside ${less.toFixed(1)} ms with 1,000)`,
      `at most ${goal} ×`,
      more / less <= goal,
    )
  }
  const scans = (await large.metrics()).queries.filter(({ index }) => index === null).length
  figure('ledger queries without an index', String(scans), '0', scans === 0)
} finally {
  await Promise.all([small.stop(), large.stop()])
}
