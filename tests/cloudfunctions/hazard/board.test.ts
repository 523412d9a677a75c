import type { OutputOf } from 'types/contract'
import { boardId, placeClass, type boardEntries } from 'types/hazard-board'
import type { BoardDoc } from '../../../cloudfunctions/hazard/board/board-store'
import type { HazardDoc } from '../../../cloudfunctions/hazard/hazard'
import type { Cloud } from '../../support/cloud'
import { enterpriseId, hazardDocument, hazardId, readAll, unders } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'

type Board = OutputOf<typeof boardEntries.board>
type Draft = OutputOf<typeof boardEntries.boardDraft>

const states = ['assigned', 'answered', 'closed', 'accepted', 'reported', 'declined'] as const

/** The same six hazards of 泽能机械, told by whoever is named. */
const toldBy = (reporter: Partial<HazardDoc>) =>
  states.map((state, index) => ({
    c: 'hazards',
    d: {
      ...hazardDocument({
        id: hazardId(`board-${state}`),
        state,
        number: index + 1,
        words: '夜班没人看着三号炉的温度',
      }),
      ...reporter,
    },
  }))

const open = (reporter: Partial<HazardDoc>) => startHazardCloud('2026-06-10T02:00:00.000Z', toldBy(reporter))

const of = { enterpriseId: enterpriseId('zeneng'), month: '2026-06' }
let cloud: Cloud
beforeAll(async () => {
  cloud = await open({ identity: 'named', owner: 'worker-wang', followers: ['worker-wang'] })
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid = 'east-officer', at = cloud) =>
  at.call<T>('hazard', action, input, openid)
const board = (input: object = {}) => call<Board>('board', { enterpriseId: of.enterpriseId, ...input }, 'worker-li')

test('only what the enterprise was handed stands in the draft, in words of the union', async () => {
  const draft = await call<Draft>('boardDraft', of)
  expect(draft).toMatchObject({ enterprise: '泽能机械', edition: 0, version: null, state: null })
  expect(draft.rows.map(({ number, state, words, closedOn }) => [number, state, words, closedOn])).toEqual([
    ['青泽-2026-00001', '整改中', '车间：用电安全方面的隐患', null],
    ['青泽-2026-00002', '工会核实中', '车间：用电安全方面的隐患', null],
    ['青泽-2026-00003', '已销号', '车间：用电安全方面的隐患', expect.stringMatching(/^2026-06-0\d$/)],
  ])
  expect((await call<Draft>('boardDraft', { ...of, month: '2026-05' })).rows).toEqual([])
  expect((await call<Draft>('boardDraft', { ...of, month: '2026-07' })).rows).toHaveLength(2)
})

test('nothing is public before it is published; then anybody sees it as it was frozen', async () => {
  expect(await board()).toEqual({ enterprise: null, months: [], board: null })
  const words = [{ id: hazardId('board-assigned'), words: '一号线配电设施' }]
  const input = { ...of, version: null, words }
  const first = await call<{ version: number }>('publishBoard', input)
  expect(await call('publishBoard', input)).toEqual(first)
  await expect(call('publishBoard', { ...input, words: [] })).rejects.toMatchObject({ code: 'CONFLICT' })
  const { board: shown, months } = await board()
  expect([months, shown?.edition, shown?.rows[0]?.words]).toEqual([['2026-06'], 1, '一号线配电设施'])
  expect(Object.keys(shown?.rows[0] ?? {}).sort()).toEqual(
    ['closedOn', 'dueOn', 'grade', 'kind', 'late', 'number', 'state', 'words'].sort(),
  )
  await cloud.clock({ now: '2026-06-25T02:00:00.000Z' })
  for (let round = 0; round < 2; round++) await cloud.tick('hazard')
  expect((await board()).board).toEqual(shown)
})

test('a new edition takes the place of the one before, with the words of the one before', async () => {
  const { version, rows } = await call<Draft>('boardDraft', of)
  expect([rows[0]?.words, rows[0]?.late]).toEqual(['一号线配电设施', true])
  await call('publishBoard', { ...of, version, words: [] })
  expect((await board()).board).toMatchObject({ edition: 2 })
  const [stored] = await readAll<BoardDoc>(cloud, 'hazard_boards', { _id: boardId(of.enterpriseId, of.month) })
  expect(stored?.former.map(({ edition }) => edition)).toEqual([1])
  await expect(call('publishBoard', { ...of, version: 0, words: [] }, 'east-deputy')).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await call('withdrawBoard', { ...of, version: 1 })
  expect((await board()).board).toBeNull()
})

test('what a reporter wrote is never published, and nobody but the union above may publish', async () => {
  const { version } = await call<Draft>('boardDraft', of)
  const copied = [{ id: hazardId('board-assigned'), words: '一号车间夜班没人看着三号炉' }]
  await expect(call('publishBoard', { ...of, version, words: copied })).rejects.toMatchObject({
    message: '青泽-2026-00001 请用自己的话写，不要照抄上报人的原话。',
  })
  await expect(call('boardDraft', of, 'west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call('publishBoard', { ...of, version, words: [] }, 'zeneng-fixer')).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('two cities that differ in nothing but who reported show the same board, byte for byte', async () => {
  const publish = async (reporter: Partial<HazardDoc>) => {
    const city = await open(reporter)
    try {
      await call('publishBoard', { ...of, version: null, words: [] }, 'city-officer', city)
      const { board: shown, ...rest } = await call<Board>('board', { enterpriseId: of.enterpriseId }, 'worker-li', city)
      const [draft, mine] = [await call<Draft>('boardDraft', of, 'city-officer', city), { ...shown, publishedAt: null }]
      return JSON.stringify([rest, mine, draft])
    } finally {
      await city.stop()
    }
  }
  const named = await publish({ identity: 'named', owner: 'worker-wang', followers: ['worker-wang'] })
  const hidden = { identity: 'hidden', owner: 'worker-li', followers: ['worker-li'] } as const
  const other = await publish({
    ...{ ...hidden, followers: [...hidden.followers], under: unders.east, hiddenFrom: [unders.zeneng.at(-1)!] },
    ...{ words: '三号炉温度表坏了还在用', wish: '请换表', createdAt: new Date('2026-06-02T09:00:00Z') },
  })
  expect(other).toBe(named)
  expect(named).not.toMatch(/worker|夜班|三号炉|王工友|冯八/)
})

test('a place somebody typed becomes one of eight classes', () => {
  const places = ['二号车间', '职工宿舍三层', '成品仓库', '西侧安全通道', '三号脚手架', '厂区道路', '办公楼', '未知']
  expect(places.map(placeClass)).toEqual(['workshop', 'living', 'store', 'way', 'site', 'yard', 'office', 'other'])
})
