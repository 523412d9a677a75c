import { replayDraw, winnersOf, type DrawFile } from 'types/draw-file'
import { listHashOf } from 'types/draw-list'
import { sha256Hex } from 'types/sha256'

const list = ['7KQ2M9XAB 2', 'BD4H6TRWC 1', 'GN8P3ZYVE 3', 'JC5X7KQMF 1']
const seed = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
const prizes = [
  { title: '一等奖 应急包', count: 1 },
  { title: '二等奖 雨伞', count: 2 },
]
const commitment = {
  seedHash: sha256Hex(seed),
  listHash: listHashOf(list.join('\n')),
  committedAt: '2026-06-10T02:00:00.000Z',
}
const value = {
  name: '福彩 3D 第 2026152 期',
  where: '中国福彩网',
  at: '2026-06-11T13:15:00.000Z',
  text: '381',
  enteredAt: '2026-06-11T14:00:00.000Z',
}
const file: DrawFile = {
  format: 'ankang-draw-1',
  id: 'draw',
  title: '六月抽奖',
  kind: 'chances',
  ...{ commitment, value, seed, prizes, list },
  winners: winnersOf({ kind: 'chances', seed, list, prizes, text: '381' }),
}
const text = (change: Partial<DrawFile> = {}) => JSON.stringify({ ...file, ...change })
const other = 'f'.repeat(64)

test('the worked example of docs/draws.md', () => {
  expect(commitment).toMatchObject({
    seedHash: '2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737',
    listHash: 'cae89ef5a596effe329418d682d5785328a57e6f1d90d6d72abaad53cef57fcd',
  })
  expect(file.winners).toEqual([
    { mark: 'GN8P3ZYVE', prize: 0 },
    { mark: '7KQ2M9XAB', prize: 1 },
    { mark: 'JC5X7KQMF', prize: 1 },
  ])
})

test('a published draw comes out the same', () => {
  expect(replayDraw(text())).toEqual({ ok: true, winners: 3, entries: 4 })
  expect(replayDraw(text(), commitment)).toMatchObject({ ok: true })
})

test.each([
  ['commitment', text(), { ...commitment, listHash: other }],
  ['commitment', text({ commitment: { ...commitment, seedHash: other } }), commitment],
  ['seed', text({ seed: other }), commitment],
  ['list', text({ list: list.slice(1) }), commitment],
  ['list', text({ list: [...list, 'ZZZ 9'] }), commitment],
  ['winners', text({ winners: [...file.winners].reverse() }), commitment],
  ['winners', text({ winners: file.winners.slice(1) }), commitment],
  ['winners', text({ value: { ...value, text: '382' } }), commitment],
  ['format', '{}', commitment],
  ['format', 'not json', undefined],
])('a replay finds what was exchanged: %s', (reason, changed, committed) => {
  expect(replayDraw(changed, committed)).toMatchObject({ ok: false, reason })
})

test('it says which place differs', () => {
  const winners = file.winners.map((winner, index) => (index === 1 ? { ...winner, mark: 'JC5X7KQMF!' } : winner))
  const replay = replayDraw(text({ winners }))
  expect(replay).toMatchObject({ ok: false, reason: 'winners', found: '2. JC5X7KQMF! 二等奖 雨伞' })
})
