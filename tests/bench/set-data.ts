// Bytes and calls of setData per tap on the question page of the shipped package, in both ways of answering.
import { deriveId } from 'types/ids'
import type { Rules } from 'types/quiz-rules'
import { startCloud } from '../support/cloud'
import { figure } from '../support/figure'
import { campaignLines, testEnv } from '../support/factories/quiz'
import { seedFile } from '../support/seed-file'
import { openPhone } from '../support/weapp'
import { localCloudBehind } from '../support/weapp/local-cloud'
import { optionsShown } from '../support/weapp/options-shown'

const taps = 20
const ways = { paper: '答完一起交', locked: '逐题锁定' } as const
type Way = keyof typeof ways
const campaigns: Record<Way, string> = { paper: deriveId('campaign', 'paper'), locked: deriveId('campaign', 'locked') }

const open = { opensAt: '2026-01-01T00:00:00Z', closesAt: '2036-01-01T00:00:00Z' }
const lines = (way: Way) =>
  campaignLines({
    ...open,
    ...{ id: campaigns[way], under: [deriveId('node', 'root')], questions: 20, seconds: 3600 },
    rules: { answering: way } satisfies Partial<Rules>,
  })

/** The clock's own second, which now and then falls into a tap, changes nothing but a time. */
const isClockAlone = (text: string) =>
  Object.values(JSON.parse(text) as Record<string, unknown>).every(
    (value) => typeof value === 'string' && /^余?\s*[\d:]+$/.test(value),
  )

const measure = async (url: string, way: Way) => {
  const phone = openPhone({ cloud: localCloudBehind(url, `o-bench-${way}`) })
  await phone.launch('packages/quiz/paper', { campaignId: campaigns[way], level: '1' })
  await phone.waitFor('跳过')
  const total = { calls: 0, bytes: 0, clock: 0 }
  // Another option each time, so that every tap begins the three seconds anew.
  for (let turn = 0; turn < taps; turn += 1) {
    const options = optionsShown(phone)
    const { texts } = await phone.measure(() => phone.tapElement(options[turn % 2] ?? options[0]!))
    const own = texts.filter((text) => !isClockAlone(text))
    total.calls += own.length
    total.clock += texts.length - own.length
    total.bytes += own.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  }
  const perTap = { calls: total.calls / taps, bytes: total.bytes / taps }
  figure(
    `setData per tap on an option (${ways[way]})`,
    `${perTap.calls.toFixed(1)} calls, ${perTap.bytes.toFixed(0)} bytes (and ${total.clock} seconds of the clock in ${taps} taps)`,
    'one call, at most 1024 bytes',
    perTap.calls === 1 && perTap.bytes <= 1024,
  )
}

const run = async () => {
  const cloud = await startCloud({ seed: seedFile([...lines('paper'), ...lines('locked')]), env: testEnv })
  try {
    for (const way of ['paper', 'locked'] as const) await measure(cloud.url, way)
  } finally {
    await cloud.stop()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
