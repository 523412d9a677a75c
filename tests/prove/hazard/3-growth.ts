// Everything an officer reads, and the clock's work per fixed number of due ones, with 1,000 and with 100,000 hazards,
// both clouds running, calls in turns. HAZARDS=20000 for a shorter look, ONLY=level for some of it.
import { receiptCode } from 'types/ids'
import { openidOf, root, east } from '../../standing/world'
import type { Cloud } from '../../support/cloud'
import { crowdId, startCrowd, watched } from '../../support/factories/hazard-crowd'
import { figure, median } from '../../support/figure'

const [few, many, rounds, goal] = [1_000, Number(process.env.HAZARDS ?? 100_000), 40, 1.3]
const [city, district] = [openidOf('city officer'), openidOf('officer')]

type Ask = { name: string; action: string; input: object; openid: string }
const ledger = (name: string, input: object, openid = district): Ask => ({
  ...{ name: `ledger, ${name}`, action: 'ledger', openid },
  input: { size: 20, ...input },
})
const asks: Ask[] = [
  ...[1, 50].flatMap((page) => [
    ledger(`page ${page}, city officer`, { page }, city),
    ledger(`page ${page}, district officer`, { page }),
    ledger(`page ${page} by deadline, city officer`, { page: Math.min(page, 10), order: 'due' }, city),
    ledger(`page ${page} by deadline, district officer`, { page: Math.min(page, 10), order: 'due' }),
  ]),
  ...[
    ...[{ state: 'fixing' }, { state: 'closed' }, { kind: 'electric' }, { overdue: true }, { listed: true }],
    ...[{ source: 'expert' }, { record: 'health' }, { level: '2' }, { state: 'closed', kind: 'fire' }],
    ...[
      { state: 'fixing', source: 'worker' },
      { overdue: true, kind: 'electric' },
      { enterpriseId: watched, size: 5 },
    ],
    ...[{ enterpriseId: watched, source: 'worker', period: '2026-06' }],
  ].map((input) =>
    ledger(
      Object.entries(input)
        .map(([key, value]) =>
          key === 'size' ? `${value} rows` : `${key} ${key === 'enterpriseId' ? '' : value}`.trim(),
        )
        .join(' and '),
      input,
    ),
  ),
  ledger('search by number', { words: receiptCode(crowdId(7)) }),
  ledger('search by enterprise', { words: '机械' }),
  ledger('search by words', { words: '配电箱' }, city),
  { name: 'detail', action: 'detail', input: { id: crowdId(7) }, openid: district },
  {
    ...{ name: 'draft of a board', action: 'boardDraft', openid: district },
    input: { enterpriseId: watched, month: '2026-06' },
  },
  { name: 'coverage, page 1', action: 'coverage', input: { nodeId: root, period: '2026-06' }, openid: city },
  {
    ...{ name: 'coverage, one source missing', action: 'coverage', openid: district },
    input: { nodeId: east, period: '2026', missing: 'expert' },
  },
]

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - started) / 1e6
}

const wanted = new RegExp(process.env.ONLY ?? '')

const compare = async (name: string, work: (cloud: Cloud) => Promise<unknown>, times = rounds) => {
  if (!wanted.test(name)) return
  const taken = { small: [] as number[], large: [] as number[] }
  for (let round = 0; round < times + 8; round += 1) {
    const [first, second] = [await timed(() => work(small)), await timed(() => work(large))]
    if (round < 8) continue
    taken.small.push(first)
    taken.large.push(second)
  }
  const [less, more] = [median(taken.small), median(taken.large)]
  const words = `${(more / less).toFixed(2)} × (${more.toFixed(1)} ms with ${many} hazards beside ${less.toFixed(1)} ms with ${few})`
  figure(name, words, `at most ${goal} ×`, more / less <= goal)
}

const perMinute = 10
// So many more fall due each minute; all others are due in a year.
const dueIn = (n: number) => (n < 2 * rounds * perMinute ? 1 + Math.floor(n / perMinute) : undefined)
const [small, large] = [await startCrowd(few, { dueIn }), await startCrowd(many, { dueIn })]
try {
  for (const ask of asks) await compare(ask.name, (cloud) => cloud.call('hazard', ask.action, ask.input, ask.openid))
  await compare("a minute's tick in which the same few fall due", (cloud) =>
    cloud.clock({ advanceMs: 60_000, fire: 'hazard' }),
  )
  const scans = (await large.metrics()).queries.filter(({ index }) => index === null)
  figure('queries without an index', String(scans.length), '0', scans.length === 0)
} finally {
  await Promise.all([small.stop(), large.stop()])
}
